// What a message of 4,000 characters costs that somebody crafted to cost much, on its whole way to a reply.
import { createTalk, type Talk } from "../../src/dialog/talk.ts";
import type { Faq } from "../../src/faq/faq.ts";
import { encodeNew } from "../../src/max/encode.ts";
import { decodeUpdate } from "../../src/max/decode.ts";
import { readUpdate } from "../../src/max/wire.ts";
import { createRandom } from "../../src/search/linear.ts";
import { createMatcher } from "../../src/search/matcher.ts";
import { mask } from "../../src/text/mask.ts";
import { markdownTable } from "../markdown-table.ts";
import type { Print } from "../print.ts";
import { pick } from "../random.ts";
import { kindsOf, LENGTH, messageOf, type Kind } from "./kinds.ts";

const SEED = 18;
const MESSAGES_PER_KIND = 15;
/** Each message goes to so many bots that never saw it, and the least time counts: others use the machine, too. */
const BOTS = 3;
const FUZZ_ROUNDS = 12;
const FUZZ_MESSAGES = 25;
const FUZZ_KEPT = 6;
const BOT = { userId: 1, username: "faq_bot" };

const SITUATION = {
  username: BOT.username,
  questionId: "question",
  retentionDays: 30,
  hasStaff: true,
};

type Measure = (text: string) => number;

interface Cost {
  readonly name: string;
  readonly medianMs: number;
  readonly worstMs: number;
}

export function printCrafted(faq: Faq, questions: readonly string[], print: Print): void {
  const random = createRandom(SEED);
  const kinds = kindsOf(wordsOf(questions), questions);
  const warm = botsOf(faq);
  for (const question of questions) warm(question);
  const measure = botsOf(faq);
  const ordinary = costOf("an ordinary question", measure, questions);
  const costs = kinds.map(({ name, piece }) => {
    print.progress(`crafted: ${name}`);
    const texts = Array.from({ length: MESSAGES_PER_KIND }, () => messageOf(piece, random));
    return costOf(name, measure, texts);
  });
  const mixtures = fuzz(kinds, measure, print);
  const sorted = costs.toSorted((a, b) => b.medianMs - a.medianMs);
  const rows = [ordinary, mixtures, ...sorted].map(({ name, medianMs, worstMs }) => [
    name,
    medianMs.toFixed(2),
    worstMs.toFixed(2),
    (medianMs / ordinary.medianMs).toFixed(0),
  ]);
  print.table(markdownTable(["a message", "median ms", "worst ms", "ordinary questions"], rows));
}

function botsOf(faq: Faq): Measure {
  const talks = Array.from({ length: BOTS }, () => createTalk(faq, createMatcher(faq)));
  return (text) => Math.min(...talks.map((talk) => timeOf(text, talk)));
}

function wordsOf(questions: readonly string[]): readonly string[] {
  return [...new Set(questions.flatMap((question) => question.toLowerCase().match(/[а-я]+/gu) ?? []))];
}

/** Milliseconds of CPU, which others on the machine do not lengthen, of all that is done with a message but network and disk. */
function timeOf(text: string, talk: Talk): number {
  const raw = updateOf(text);
  const began = process.cpuUsage();
  const decoded = decodeUpdate(readUpdate(raw), BOT);
  if (decoded.kind !== "event" || decoded.event.kind !== "message") throw new Error("No message");
  const reply = talk.replyTo(decoded.event, SITUATION);
  if (reply.kind !== "send") throw new Error(`No answer, but "${reply.kind}"`);
  const { message } = reply;
  encodeNew(message);
  if (message.note?.kind === "asked") mask(message.note.text);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function updateOf(text: string): unknown {
  const recipient = { chat_id: 3, chat_type: "dialog" };
  const message = { sender: { user_id: 2 }, recipient, body: { mid: "mid.1", text } };
  return { update_type: "message_created", timestamp: 1, message };
}

function costOf(name: string, measure: Measure, texts: readonly string[]): Cost {
  const times = texts.map(measure).toSorted((a, b) => a - b);
  return { name, medianMs: times[Math.floor(times.length / 2)] ?? 0, worstMs: times.at(-1) ?? 0 };
}

/** In search of what costs more than the kinds: those that cost most are mixed with others, again and again. */
function fuzz(kinds: readonly Kind[], measure: Measure, print: Print): Cost {
  const random = createRandom(SEED);
  const fresh = () => messageOf(pick(kinds, random).piece, random);
  let kept: { readonly text: string; readonly ms: number }[] = [];
  let last: number[] = [];
  for (let round = 0; round < FUZZ_ROUNDS; round++) {
    const tried = Array.from({ length: FUZZ_MESSAGES }, () => {
      const one = kept.length === 0 ? fresh() : pick(kept, random).text;
      const text = blend(one, fresh(), random);
      return { text, ms: measure(text) };
    });
    last = tried.map(({ ms }) => ms);
    kept = [...kept, ...tried].sort((a, b) => b.ms - a.ms).slice(0, FUZZ_KEPT);
    print.progress(`crafted: mixed, worst ${kept[0]?.ms.toFixed(2) ?? ""} ms`);
  }
  const sorted = last.toSorted((a, b) => a - b);
  return {
    name: "mixtures",
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
    worstMs: kept[0]?.ms ?? 0,
  };
}

/** Two messages cut into pieces of chance length, a piece of each in turn. */
function blend(one: string, other: string, random: () => number): string {
  let text = "";
  const piece = 1 + Math.floor(random() ** 3 * (LENGTH / 2));
  for (let at = 0; text.length < LENGTH; at += piece)
    text +=
      (one + other).slice(at % LENGTH, (at % LENGTH) + piece) +
      (random() < 0.5 ? other : one).slice(at % LENGTH, (at % LENGTH) + piece);
  return text.slice(0, LENGTH);
}
