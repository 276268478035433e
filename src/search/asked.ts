// What the parts of a message ask for, each for itself.
import type { Settings } from "../faq/faq.ts";
import { type Ends, endsOf } from "../text/ends.ts";
import { decide, type Scored } from "./decide.ts";
import { partingsOf, sentencesOf, type Part, type Segmentable, type Tie } from "./seams.ts";

/** Longer messages are stories: they begin with what they are about, and ask at their end. */
const SENTENCES: Ends = { head: 3, tail: 2 };
/** More parts than this, or of more words in all, are not looked at: the cost of a story stays that of a few questions. */
const MAX_PARTS = 8;
const MAX_PART_WORDS = 96;

/**
 * So sure at least, and never less than of a whole message, must the matcher be of a part before it is taken for a
 * question of its own. What is numbered, announced or joined to another question is a message of its own; a sentence may
 * as well tell of what the next one asks, and the halves at a comma mostly are one question.
 */
const LEAST_SURE: Readonly<Record<Tie, number>> = {
  announced: 0,
  joined: 0,
  plain: 0.75,
  weak: 0.85,
};
/** Where hardly anything parts two questions, both show in the ranking of the whole, enough to be offered. */
const LEAST_TRACE = 0.05;

/** "не спрашиваю, почему MAX", "про дубли я поняла": what its writer does not ask. */
const SETTLED =
  /(?:^| )(?:не (?:спрашиваю|интересует|про|о|об)|спасибо за|(?<!не )(?:понял[аи]?|понятно|ясно|знаю|разобрал(?:ась|ся|ись)))(?: |$)/u;

export type Rank<Word> = (words: readonly Word[]) => readonly Scored[];

/** A part with what is found for it, best first. */
export interface RankedPart {
  readonly tie: Tie;
  readonly ranked: readonly Scored[];
}

export interface Asked {
  /** What the parts clearly ask for, in their order: two different entries or topics and more, or nothing. */
  readonly asked: readonly Scored[];
  /** The sentences, when there are several. */
  readonly sentences: readonly RankedPart[];
  /** All parts that were looked at, some of them parts of others. */
  readonly parts: readonly RankedPart[];
}

/** `whole` is what is found for all the words, best first. */
export function askedIn<Word extends Segmentable>(
  words: readonly Word[],
  whole: readonly Scored[],
  rank: Rank<Word>,
  settings: Settings,
): Asked {
  const rankParts = withinLimits(rank);
  const all = endsOf(sentencesOf(words), SENTENCES).flat();
  const sentences = all.length > 1 ? (rankParts(all) ?? []) : [];
  const parts = [...sentences];
  const asked = all.flatMap((sentence, at) => {
    for (const some of partingsOf(sentence.words, all.length === 1)) {
      const isWeak = some.some(({ tie }) => tie === "weak");
      if (isWeak && rankParts([shorter(some)])?.every((part) => !isLikely(part, settings))) continue;
      const ranked = rankParts(some);
      if (ranked === undefined) break;
      parts.push(...ranked);
      const sure = different(ranked.flatMap((part) => sureOf(part, settings) ?? []));
      if (sure.length > 1 && (!isWeak || areTraced(sure, whole))) return sure;
    }
    const own = sentences[at];
    return own === undefined ? [] : (sureOf(own, settings) ?? []);
  });
  const items = different(asked);
  return { asked: items.length > 1 ? items : [], sentences, parts };
}

/** What a part asks for, when it is sure enough; for a topic what would be enough of a message is. */
export function sureOf({ tie, ranked }: RankedPart, settings: Settings): Scored | undefined {
  const [best] = ranked;
  if (best === undefined || best.item.kind === "smalltalk") return undefined;
  const { outcome, answers } = decide(ranked, settings);
  if (LEAST_SURE[tie] === 0 && outcome === "topic") return answers[0];
  const least = Math.max(settings.answerThreshold, LEAST_SURE[tie], best.item.threshold ?? 0);
  return best.confidence >= least ? best : undefined;
}

/** Weak halves that nothing is likely to be found for are many: the shorter one tells at half the cost. */
function isLikely({ ranked: [best] }: RankedPart, { answerThreshold }: Settings): boolean {
  return (best?.confidence ?? 0) >= answerThreshold;
}

function shorter<Word extends Segmentable>(parts: readonly Part<Word>[]): Part<Word> {
  return parts.reduce((one, other) => (other.words.length < one.words.length ? other : one));
}

function areTraced(sure: readonly Scored[], whole: readonly Scored[]): boolean {
  const traces = whole.filter(({ confidence }) => confidence >= LEAST_TRACE);
  return sure.every(({ item }) => item.kind === "entry" && traces.some((trace) => trace.item === item));
}

function different(scored: readonly Scored[]): readonly Scored[] {
  return [...new Map(scored.map((one) => [one.item, one])).values()];
}

/** Ranks parts until there were too many. */
function withinLimits<Word extends Segmentable>(rank: Rank<Word>) {
  const known = new Map<Part<Word>, RankedPart>();
  let wordCount = 0;
  const rankPart = (part: Part<Word>): RankedPart => {
    const { words, tie } = part;
    const ranked = known.get(part) ?? { tie, ranked: isSettled(words) ? [] : rank(words) };
    known.set(part, ranked);
    return ranked;
  };
  return (parts: readonly Part<Word>[]): readonly RankedPart[] | undefined => {
    const added = parts.filter((part) => !known.has(part));
    wordCount += added.reduce((sum, { words }) => sum + words.length, 0);
    const isTooMuch = known.size + added.length > MAX_PARTS || wordCount > MAX_PART_WORDS;
    return isTooMuch ? undefined : parts.map(rankPart);
  };
}

function isSettled(words: readonly Segmentable[]): boolean {
  return SETTLED.test(words.map(({ text }) => text).join(" "));
}
