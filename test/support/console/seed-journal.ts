// A journal as a school has it after some weeks: wordings of real people, at the hours of parents.
import { DAY_MS } from "../../../src/text/local-date.ts";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { AskedQuestion, Vote } from "../../../src/journal/records.ts";
import type { Store } from "../../../src/store/store.ts";
import { createRandom, type Random } from "../../chaos/random.ts";

const SAMPLES = join(resolve(import.meta.dirname, "../../.."), "bench/samples/fresh.tsv");
const MS_PER_HOUR = 3_600_000;
/** How busy the hours of the day are in Moscow. */
const HOURS = [0, 0, 0, 0, 0, 0, 1, 4, 9, 6, 5, 5, 6, 8, 9, 7, 6, 7, 9, 12, 13, 9, 4, 1];
const MOSCOW_AHEAD_H = 3;
const TOPICS = [
  "login-code",
  "notifications",
  "media-files",
  "find-class-chat",
  "ediary",
  "school-timetable",
  "calls-video",
] as const;

export interface Seed {
  readonly questions: number;
  readonly days: number;
  /** Unix ms of the last question. */
  readonly now: number;
  readonly seed?: number;
}

/** Votes as well; the same seed makes the same journal. */
export async function seedJournal(store: Pick<Store, "journal" | "votes">, seed: Seed): Promise<void> {
  if (seed.questions === 0) return;
  const random = createRandom(seed.seed ?? 1);
  const samples = await readSamples();
  const asked = Array.from({ length: seed.questions }, (_, number) =>
    questionOf(number, random.pick(samples), seed, random),
  );
  await Promise.all(asked.map((question) => store.journal.record(question)));
  await Promise.all(asked.flatMap((question) => voteOf(question, random)).map((vote) => store.votes.cast(vote)));
}

interface Sample {
  readonly text: string;
  /** The entry that answers it; "-" where none does. */
  readonly expected: string;
  readonly kind: string;
}

async function readSamples(): Promise<readonly [Sample, ...Sample[]]> {
  const [, ...lines] = (await readFile(SAMPLES, "utf8")).trimEnd().split("\n");
  const [first, ...rest] = lines.map((line) => {
    const [text = "", expected = "-", kind = ""] = line.split("\t");
    return { text, expected, kind };
  });
  if (first === undefined) throw new Error(`no samples in ${SAMPLES}`);
  return [first, ...rest];
}

function questionOf(number: number, { text, expected, kind }: Sample, seed: Seed, random: Random): AskedQuestion {
  return {
    id: `seed-${String(number).padStart(8, "0")}`,
    at: momentOf(seed, random),
    text,
    ...(expected === "-" ? deadLetters(kind, random) : answered(expected, random)),
    place: random.next() < 0.72 ? "private" : "group",
    person: `person-${random.between(1, Math.ceil(seed.questions / 3))}`,
    handled: undefined,
    setback: undefined,
  };
}

type Result = Pick<AskedQuestion, "outcome" | "itemId" | "confidence" | "chosenEntryId">;

/** Most questions about what the content has an entry for are answered with it, as they are by the bot. */
function answered(expected: string, random: Random): Result {
  const [itemId = expected] = expected.split("|");
  const chance = random.next();
  const nothing = { itemId: undefined, confidence: undefined, chosenEntryId: undefined };
  if (chance < 0.04) return { ...nothing, outcome: "none" };
  if (chance > 0.84) {
    const chosenEntryId = random.next() < 0.6 ? itemId : undefined;
    return { ...nothing, outcome: "suggest", chosenEntryId };
  }
  return { ...nothing, outcome: "answer", itemId, confidence: 0.6 + random.next() * 0.4 };
}

function deadLetters(kind: string, random: Random): Result {
  const nothing = { confidence: undefined, chosenEntryId: undefined };
  if (kind === "chitchat") return { ...nothing, outcome: "smalltalk", itemId: "thanks" };
  const isTopic = random.next() < 0.7;
  return isTopic
    ? { ...nothing, outcome: "topic", itemId: random.pick(TOPICS) }
    : { ...nothing, outcome: "none", itemId: undefined };
}

/** More of them lately than long ago, and few at night. */
function momentOf({ now, days }: Seed, random: Random): number {
  const daysAgo = Math.floor(days * (1 - Math.sqrt(random.next())));
  const midnight = Math.floor((now + MOSCOW_AHEAD_H * MS_PER_HOUR) / DAY_MS) * DAY_MS;
  const inDay = (drawHour(random) + random.next() - MOSCOW_AHEAD_H) * MS_PER_HOUR;
  const at = Math.floor(midnight - daysAgo * DAY_MS + inDay);
  return at < now ? at : at - random.between(1, 7) * DAY_MS;
}

function drawHour(random: Random): number {
  let left = random.next() * HOURS.reduce((sum, weight) => sum + weight, 0);
  const hour = HOURS.findIndex((weight) => (left -= weight) < 0);
  return hour === -1 ? 12 : hour;
}

function voteOf(question: AskedQuestion, random: Random): readonly Vote[] {
  const entryId = question.chosenEntryId ?? question.itemId;
  const chance = random.next();
  if (entryId === undefined || isSideTopic(question) || chance > 0.35) return [];
  const isDown = chance > 0.28;
  return [
    {
      voter: `voter-${question.id}`,
      entryId,
      value: isDown ? "down" : "up",
      reason: isDown ? random.pick(["not-my-question", "unclear", "outdated"]) : undefined,
      // Who is content stays unknown: only what did not help leads back to its question.
      questionId: isDown ? question.id : undefined,
      at: question.at + 60_000,
    },
  ];
}

/** Nobody is asked whether these helped. */
function isSideTopic({ outcome }: AskedQuestion): boolean {
  return outcome === "smalltalk" || outcome === "topic";
}
