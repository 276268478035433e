// Messages with more than one part: several questions at once, or one question inside a long story.
import type { Settings } from "../faq/faq.ts";
import { askedIn, sureOf, type Asked, type Rank } from "./asked.ts";
import { decide, type Decision, MAX_SUGGESTIONS, type Scored } from "./decide.ts";
import type { Segmentable } from "./seams.ts";

/** More answers in one message than this nobody reads. */
const MAX_ANSWERS = 3;

/** A decision with what it rests on. */
export interface MessageDecision extends Decision {
  readonly basis: "exact" | "whole" | "one-sentence" | "two-questions";
}

/**
 * The decision about a message: about the whole of it, unless its parts ask for different things, or unless one
 * sentence is a clear question and the whole is not. What a part may ask for beside what is answered is offered first.
 */
export function decideMessage<Word extends Segmentable>(
  words: readonly Word[],
  whole: readonly Scored[],
  rank: Rank<Word>,
  settings: Settings,
): MessageDecision {
  const found = askedIn(words, whole, rank, settings);
  const decision = decideParts(found, decide(whole, settings), settings);
  return { ...decision, suggestions: suggestionsOf(decision, found, settings) };
}

function decideParts({ asked, sentences }: Asked, decision: Decision, settings: Settings): MessageDecision {
  if (asked.length > 1) {
    const entries = asked.filter(({ item }) => item.kind === "entry").slice(0, MAX_ANSWERS);
    const outcome = entries.length > 0 ? "answer" : "topic";
    const answers = entries.length > 0 ? entries : asked.slice(0, 1);
    const asides = asked.filter((one) => one.item.kind === "topic" && !answers.includes(one));
    return { ...decision, outcome, answers, asides, basis: "two-questions" };
  }
  const isDone = decision.outcome === "answer" || decision.outcome === "smalltalk";
  if (isDone) return { ...decision, basis: "whole" };
  const [clear] = sentences
    .filter(({ ranked }) => sureOf({ ranked, tie: "plain" }, settings)?.item.kind === "entry")
    .sort((a, b) => (b.ranked[0]?.confidence ?? 0) - (a.ranked[0]?.confidence ?? 0));
  return clear === undefined
    ? { ...decision, basis: "whole" }
    : { ...decide(clear.ranked, settings), basis: "one-sentence" };
}

/**
 * Beside an answer, what a part asks for most likely comes before what the whole might mean; where nothing is answered,
 * behind it, in a place of its own.
 */
function suggestionsOf(
  { outcome, answers, suggestions }: Decision,
  { parts }: Asked,
  settings: Settings,
): readonly Scored[] {
  if (outcome === "smalltalk" || outcome === "none") return suggestions;
  const offered = parts
    .flatMap(({ tie, ranked }) => {
      const best = ranked.find(({ item }) => item.kind === "entry");
      const least = tie === "weak" ? settings.answerThreshold : settings.suggestThreshold;
      return best !== undefined && best.confidence >= least ? [best] : [];
    })
    .sort((a, b) => b.confidence - a.confidence);
  const known = new Set(answers.map(({ item }) => item));
  return (outcome === "suggest" ? [suggestions, offered] : [offered, suggestions])
    .flat()
    .filter(({ item }) => !known.has(item) && known.add(item))
    .slice(0, MAX_SUGGESTIONS + (offered.length > 0 ? 1 : 0));
}
