// Messages with more than one part: two questions at once, or one question inside a long story.
import type { Faq } from "../faq/faq.ts";
import { decide, type Decision, type Scored } from "./decide.ts";
import { halvesOf, sentencesOf } from "./segments.ts";

/** So sure must the matcher be of a part before it is taken for a question of its own. */
const PART_THRESHOLD = 0.75;
/** Two questions in one message leave a trace in the ranking of the whole: both entries are among the first three … */
const MAX_PLACE = 3;
/** … and the second has at least this confidence. */
const LEAST_TRACE = 0.02;

type Rank = (text: string) => readonly Scored[];

/**
 * The decision about a message: about the whole of it, unless its parts ask for two different entries, or unless one
 * sentence is a clear question and the whole is not.
 */
export function decideMessage(text: string, rank: Rank, settings: Faq["settings"]): Decision {
  const whole = rank(text);
  const decision = decide(whole, settings);
  const sentences = sentencesOf(text);
  const rankPart = remembering(rank);
  const two = twoQuestions(text, sentences, whole, rankPart);
  if (two.length > 1) return { ...decision, outcome: "answer", answers: two, suggestions: [] };
  if (decision.outcome === "answer" || decision.outcome === "smalltalk") return decision;
  const clear = sentences
    .map((sentence) => rankPart(sentence))
    .filter((ranked) => sureEntryOf(ranked) !== undefined)
    .sort((a, b) => (b[0]?.confidence ?? 0) - (a[0]?.confidence ?? 0))[0];
  return clear === undefined ? decision : decide(clear, settings);
}

/** A sentence is looked at for two questions and for a clear one; ranking it twice would double the time. */
function remembering(rank: Rank): Rank {
  const known = new Map<string, readonly Scored[]>();
  return (text) => {
    const ranked = known.get(text) ?? rank(text);
    known.set(text, ranked);
    return ranked;
  };
}

/** The entry a part clearly asks for. */
function sureEntryOf(ranked: readonly Scored[]): Scored | undefined {
  const [best] = ranked;
  const isSure = best?.item.kind === "entry" && best.confidence >= PART_THRESHOLD;
  return isSure ? best : undefined;
}

function twoQuestions(
  text: string,
  sentences: readonly string[],
  whole: readonly Scored[],
  rank: Rank,
): readonly Scored[] {
  const traces = whole
    .filter(({ item, confidence }) => item.kind === "entry" && confidence >= LEAST_TRACE)
    .slice(0, MAX_PLACE);
  if (traces.length < 2) return [];
  const isTraced = ({ item }: Scored) => traces.some((trace) => trace.item === item);
  const partings = [
    ...(sentences.length > 1 ? [sentences] : []),
    ...(sentences.length > 1 ? sentences : [text]).flatMap((sentence) => halvesOf(sentence)),
  ];
  for (const parts of partings) {
    const sure = parts.flatMap((part) => sureEntryOf(rank(part)) ?? []).filter(isTraced);
    const first = sure[0];
    const second = sure.find(({ item }) => item !== first?.item);
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return [];
}
