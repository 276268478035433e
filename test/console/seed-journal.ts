// A journal as a school has it after some weeks: real wordings, decided by the bot's own search, at the hours of parents.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { openContent } from "../../src/content-holder.ts";
import type { Decision } from "../../src/search/decide.ts";
import type { AskedQuestion } from "../../src/store/journal.ts";
import type { Store } from "../../src/store/store.ts";
import type { Vote } from "../../src/store/votes.ts";
import { createRandom, type Random } from "../chaos/random.ts";

const WORDINGS = join(resolve(import.meta.dirname, "../.."), "bench/samples/fresh.tsv");
const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;
/** How busy the hours of the day are in Moscow. */
const HOURS = [0, 0, 0, 0, 0, 0, 1, 4, 9, 6, 5, 5, 6, 8, 9, 7, 6, 7, 9, 12, 13, 9, 4, 1];
const MOSCOW_AHEAD_H = 3;

export interface Seed {
  readonly questions: number;
  readonly days: number;
  /** Unix ms of the last question. */
  readonly now: number;
  readonly seed?: number;
}

/** Votes as well; the same seed makes the same journal. */
export async function seedJournal(
  store: Pick<Store, "journal" | "votes">,
  faqFile: string,
  seed: Seed,
): Promise<void> {
  if (seed.questions === 0) return;
  const content = await openContent(faqFile);
  const { matcher } = content.current();
  const random = createRandom(seed.seed ?? 1);
  const texts = await readTexts();
  const decisions = new Map<string, Decision>();
  const asked = Array.from({ length: seed.questions }, (_, number) => {
    const text = random.pick(texts);
    const decision = decisions.get(text) ?? matcher.decide(text);
    decisions.set(text, decision);
    return questionOf({ number, text, decision, seed, random });
  });
  await Promise.all(asked.map((question) => store.journal.record(question)));
  await Promise.all(
    asked.flatMap((question) => voteOf(question, random)).map((vote) => store.votes.cast(vote)),
  );
}

async function readTexts(): Promise<readonly [string, ...string[]]> {
  const [, ...lines] = (await readFile(WORDINGS, "utf8")).trimEnd().split("\n");
  const texts = lines.map((line) => line.split("\t")[0] ?? "");
  const [first, ...rest] = texts;
  if (first === undefined) throw new Error(`no wordings in ${WORDINGS}`);
  return [first, ...rest];
}

interface Draw {
  readonly number: number;
  readonly text: string;
  readonly decision: Decision;
  readonly seed: Seed;
  readonly random: Random;
}

function questionOf({ number, text, decision, seed, random }: Draw): AskedQuestion {
  const best = decision.answers[0];
  const { outcome } = decision;
  const isTapped = outcome === "suggest" && random.next() < 0.6;
  return {
    id: `seed-${String(number).padStart(8, "0")}`,
    at: momentOf(seed, random),
    text,
    outcome,
    itemId: outcome === "suggest" || outcome === "none" ? undefined : best?.item.id,
    confidence: best?.confidence,
    place: random.next() < 0.72 ? "private" : "group",
    person: `person-${random.between(1, Math.ceil(seed.questions / 3))}`,
    chosenEntryId: isTapped ? best?.item.id : undefined,
    handled: undefined,
  };
}

/** More of them lately than long ago, and few at night. */
function momentOf({ now, days }: Seed, random: Random): number {
  const daysAgo = Math.floor(days * (1 - Math.sqrt(random.next())));
  const midnight = Math.floor((now + MOSCOW_AHEAD_H * MS_PER_HOUR) / MS_PER_DAY) * MS_PER_DAY;
  const inDay = (drawHour(random) + random.next() - MOSCOW_AHEAD_H) * MS_PER_HOUR;
  const at = Math.floor(midnight - daysAgo * MS_PER_DAY + inDay);
  return at < now ? at : at - MS_PER_DAY;
}

function drawHour(random: Random): number {
  let left = random.next() * HOURS.reduce((sum, weight) => sum + weight, 0);
  const hour = HOURS.findIndex((weight) => (left -= weight) < 0);
  return hour === -1 ? 12 : hour;
}

function voteOf(question: AskedQuestion, random: Random): readonly Vote[] {
  const entryId = question.chosenEntryId ?? question.itemId;
  const chance = random.next();
  if (entryId === undefined || isAside(question) || chance > 0.35) return [];
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
function isAside({ outcome }: AskedQuestion): boolean {
  return outcome === "smalltalk" || outcome === "topic";
}
