// From probabilities to what is done: answer, suggest, a side topic, or the admission that the bot does not know.
import type { Settings } from "../faq/faq.ts";
import type { Outcome } from "../faq/outcome.ts";
import type { Item } from "./items.ts";

/** An item and the estimated probability, 0…1, that it is what was asked. */
export interface Scored {
  readonly item: Item;
  readonly confidence: number;
}

export interface Decision {
  readonly outcome: Outcome;
  /** For `answer` the entries to answer with; for `topic` and `smalltalk` the one side topic. Best first. */
  readonly answers: readonly Scored[];
  /** Entries to offer as buttons, best first, at most three. */
  readonly suggestions: readonly Scored[];
  /** Topics that other parts of the message ask for. */
  readonly asides?: readonly Scored[];
  /** All entries that were considered, best first, however unlikely. */
  readonly nearest: readonly Scored[];
}

/** Small talk and topics are harmless when wrong, so they need less certainty than an entry. */
const SIDE_TOPIC_THRESHOLD = 0.3;
/** A topic sends people elsewhere: where an entry is half as likely, offering it first costs one look. */
const TOPIC_LEAD = 2;
/** When the first entry is ahead of the second by less, both are offered instead of answering with one. */
export const AMBIGUITY_GAP = 0.1;
export const MAX_SUGGESTIONS = 3;
/** Nobody is offered what is as good as excluded. */
const LEAST_SUGGESTION = 0.02;

/** `ranked` is best first. */
export function decide(ranked: readonly Scored[], settings: Settings): Decision {
  const entries = ranked.filter(({ item }) => item.kind === "entry");
  const answer = answerOf(ranked, entries, settings);
  if (answer !== undefined) {
    const others = entries.filter((entry) => entry !== answer);
    const suggestions = suggestionsOf(others, settings);
    return { outcome: "answer", answers: [answer], suggestions, nearest: entries };
  }
  const suggestions = suggestionsOf(entries, settings);
  const sideTopic = sideTopicOf(ranked, entries);
  if (sideTopic?.item.kind === "topic") {
    return { outcome: "topic", answers: [sideTopic], suggestions, nearest: entries };
  }
  if (sideTopic !== undefined) {
    return { outcome: "smalltalk", answers: [sideTopic], suggestions: [], nearest: entries };
  }
  const outcome = suggestions.length > 0 ? "suggest" : "none";
  return { outcome, answers: [], suggestions, nearest: entries };
}

/**
 * What is written in the content as it was typed: its owner, of several the one that ranks best, whatever the thresholds.
 * `ranked` is best first.
 */
export function decideExact(
  owners: readonly Item[],
  ranked: readonly Scored[],
  settings: Settings,
): Decision | undefined {
  const item = ranked.find((one) => owners.includes(one.item))?.item ?? owners[0];
  if (item === undefined) return undefined;
  const others = ranked.filter((one) => one.item !== item);
  const entries = others.filter((one) => one.item.kind === "entry");
  const exact = { item, confidence: 1 };
  const nearest = item.kind === "entry" ? [exact, ...entries] : entries;
  const suggestions = item.kind === "smalltalk" ? [] : suggestionsOf(entries, settings);
  const outcome = item.kind === "entry" ? "answer" : item.kind;
  return { outcome, answers: [exact], suggestions, nearest };
}

function answerOf(ranked: readonly Scored[], entries: readonly Scored[], settings: Settings): Scored | undefined {
  const [best, second] = entries;
  if (best === undefined || ranked[0] !== best) return undefined;
  if (best.confidence < (best.item.threshold ?? settings.answerThreshold)) return undefined;
  const isAmbiguous = best.confidence - (second?.confidence ?? 0) < AMBIGUITY_GAP;
  return isAmbiguous ? undefined : best;
}

/**
 * The best side topic, when side topics of its kind are together likely enough: whether "доброй ночи" is a greeting or a
 * farewell matters less than that it is no question.
 */
function sideTopicOf(ranked: readonly Scored[], entries: readonly Scored[]): Scored | undefined {
  const best = ranked.find(({ item }) => item.kind !== "entry");
  if (best === undefined) return undefined;
  const likelihood = ranked
    .filter(({ item }) => item.kind === best.item.kind)
    .reduce((sum, { confidence }) => sum + confidence, 0);
  const lead = best.item.kind === "topic" ? TOPIC_LEAD : 1;
  const isLikely = likelihood >= SIDE_TOPIC_THRESHOLD && likelihood > lead * (entries[0]?.confidence ?? 0);
  return isLikely ? best : undefined;
}

/** The best three entries, provided that the best one is worth offering. */
function suggestionsOf(entries: readonly Scored[], settings: Settings): readonly Scored[] {
  if ((entries[0]?.confidence ?? 0) < settings.suggestThreshold) return [];
  return entries.filter(({ confidence }) => confidence >= LEAST_SUGGESTION).slice(0, MAX_SUGGESTIONS);
}
