// The matcher: from what somebody typed to a decision, for one version of the content.
import type { Faq } from "../faq/faq.ts";
import { contentWordsOf, withoutFunctionWords } from "../text/courtesy.ts";
import type { ReadWord } from "../text/read.ts";
import { decideExact, type Decision, type Scored } from "./decide.ts";
import { createExact } from "./exact.ts";
import { describe } from "./describe.ts";
import { decideFollowUp } from "./follow-up.ts";
import { explain, type Ranking, type Explanation } from "./explain.ts";
import type { Item } from "./items.ts";
import { decideMessage, type MessageDecision } from "./parts.ts";
import { readContent } from "./reading.ts";
import { RECIPE, type Recipe } from "./recipe.ts";
import { createRelated } from "./related.ts";
import { atOnce, type Steps } from "./steps.ts";
import { oppositesOf } from "./polarity.ts";
import { train } from "./train.ts";
import type { WordCounts } from "./word-evidence.ts";

export interface Matcher {
  /**
   * What to do with a message; any string is fine. `earlier` are the ids of the entries that the talk was about, best
   * first: with them a short message is read as one that goes on.
   */
  decide(text: string, earlier?: readonly string[]): Decision;
  /** The same decision with its reasons, for people. */
  explain(text: string): Explanation;
  /** Ids of the entries nearest to an entry in content, nearest first. */
  relatedTo(entryId: string): readonly string[];
}

/** So like a phrase must a text be whose words with a meaning are all unknown: one word written in a new way is. */
const LEAST_LIKENESS_OF_STRANGERS = 0.3;
/** So sure must small talk be of two or more function words: "как вы там" is, "как" is not. */
const LEAST_SURE_OF_NOTHING = 0.5;

/** A message of so few words with a meaning is about each of them. */
const FEW_WORDS = 3;
/** So sure at most of an entry that does not know half of them: it is offered. */
const MOST_OF_HALF = 0.45;

/** A text less like than this (cosine) to every phrase has nothing to rank: keyboard mash, other languages. */
const LEAST_LIKENESS = 0.05;

/** So like (cosine) must the opposite of a message be to a phrase, and so much more than the message itself. */
const LEAST_OPPOSITE = 0.5;
const OPPOSITE_GAP = 0.15;
/** What is asked the other way round has this share of the confidence it needed. */
const SHARE_OF_THRESHOLD = 0.9;

type Ranked = Ranking["candidates"][number];

/** Builds the matcher; time and memory are linear in the number of phrases. Deterministic, no input or output. */
export function createMatcher(faq: Faq, recipe: Recipe = RECIPE): Matcher {
  return atOnce(buildMatcher(faq, recipe));
}

function isSmallTalk({ item }: Scored): boolean {
  return item.kind === "smalltalk";
}

/** Whether words without a meaning are together a turn of small talk. `ranked` is best first. */
function isSure([best]: readonly Scored[], wordCount: number): boolean {
  if (wordCount < 2 || best === undefined) return false;
  return isSmallTalk(best) && best.confidence >= LEAST_SURE_OF_NOTHING;
}

function isHalfStrange({ inside, outside }: WordCounts): boolean {
  return inside + outside <= FEW_WORDS && outside > 0 && outside >= inside;
}

export type BuildMatcher = (faq: Faq) => Steps<Matcher>;

/** The same, for whoever has to do other things meanwhile. */
export function* buildMatcher(faq: Faq, recipe: Recipe = RECIPE): Steps<Matcher> {
  const { items, phrases, vocabulary, set, read, meantBy } = yield* readContent(faq, recipe);
  const { space } = set;
  const exactOwners = createExact(items, faq);
  const { ranker, calibration } = yield* train(
    set,
    items.map(({ kind }) => kind),
  );
  const relatedTo = createRelated(items, set.labels, ranker);

  const entries = items.filter(({ kind }) => kind === "entry");
  const entryById = new Map(entries.map((item) => [item.id, item]));

  const known = {
    isKnown: vocabulary.isKnown,
    isNegated: (word: string) => space.featuresOf(["не", word]).unknown.pairs === 0,
  };

  /** Whether the words turned into their opposite are much nearer to the phrases of an entry that would be answered. */
  function isOpposite(words: readonly ReadWord[], { item, confidence, candidate }: Ranked): boolean {
    if (item.kind !== "entry" || confidence < thresholdOf(item)) return false;
    const isOwn = (word: string) => ranker.hasWord(candidate.label, space.featuresOf([word]));
    return oppositesOf(meantBy(words), { ...known, isOwn }).some((opposite) => {
      const { best } = ranker.nearnessTo(candidate.label, space.featuresOf(opposite));
      return best >= LEAST_OPPOSITE && best >= candidate.nearness.best + OPPOSITE_GAP;
    });
  }

  const thresholdOf = ({ threshold }: Item) => threshold ?? faq.settings.answerThreshold;

  /** To be offered, and not answered. */
  function unsure(one: Ranked): Ranked {
    const confidence = SHARE_OF_THRESHOLD * thresholdOf(one.item);
    return { ...one, confidence, isReversed: true };
  }

  function rank(words: readonly ReadWord[]): Ranking["candidates"] {
    const candidates = ranker.candidatesOf(space.featuresOf(meantBy(words)));
    const content = contentWordsOf(words);
    const isStrange = content.every(({ text }) => !vocabulary.isKnown(text));
    const least = isStrange ? LEAST_LIKENESS_OF_STRANGERS : LEAST_LIKENESS;
    if (candidates.every(({ nearness }) => nearness.best < least)) return [];
    const scored = candidates.flatMap((candidate) => {
      const item: Item | undefined = items[candidate.label];
      const probability = calibration.probabilityOf(describe(candidate, candidates));
      const isBounded = !candidate.isSideTopic && isHalfStrange(candidate.evidence.words);
      const confidence = isBounded ? Math.min(probability, MOST_OF_HALF) : probability;
      return item === undefined ? [] : [{ item, confidence, candidate }];
    });
    const ranked = scored
      .map((one) => (isOpposite(words, one) ? unsure(one) : one))
      .sort((a, b) => b.confidence - a.confidence);
    if (content.length > 0) return ranked;
    const isCourteous = withoutFunctionWords(words).length > 0;
    return isCourteous || isSure(ranked, words.length) ? ranked.filter(isSmallTalk) : [];
  }

  function understand(text: string): {
    readonly ranking: Ranking;
    readonly decision: MessageDecision;
  } {
    const words = read(text);
    const candidates = words.length === 0 ? [] : rank(words);
    const exact = decideExact(exactOwners(text), candidates, faq.settings);
    if (exact !== undefined) {
      const [owner] = exact.answers;
      const own = candidates.filter(({ item }) => item === owner?.item);
      const others = candidates.filter(({ item }) => item !== owner?.item);
      const ranked = [...own.map((one) => ({ ...one, confidence: 1 })), ...others];
      return { ranking: { words, candidates: ranked }, decision: { ...exact, basis: "exact" } };
    }
    const parts = recipe.parts ? words : [];
    const decision = decideMessage(parts, candidates, rank, faq.settings);
    return { ranking: { words, candidates }, decision };
  }

  return {
    decide: (text, earlier = []) => {
      const { ranking, decision } = understand(text);
      const itemsOf = (ids: readonly string[]) => ids.flatMap((id) => entryById.get(id) ?? []);
      const relatedOf = () => itemsOf(earlier.slice(0, 1).flatMap(relatedTo));
      return decideFollowUp(ranking.words, decision, itemsOf(earlier), relatedOf);
    },
    explain: (text) => {
      const weightOf = (word: string, label: number) => {
        const { ids, meanings } = space.featuresOf([word]);
        return ids.subarray(0, meanings).reduce((sum, id) => sum + ranker.weight(id, label), 0);
      };
      return explain(text, { ...understand(text), phrases, weightOf, settings: faq.settings });
    },
    relatedTo,
  };
}
