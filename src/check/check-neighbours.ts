// Phrases that lead astray: nearer to another item than to their own, and items that share too many of them.
import { warning, type Problem } from "../faq/problems/problem.ts";
import type { Faq } from "../faq/faq.ts";
import type { Sheet } from "../faq/sheet.ts";
import type { Path } from "../faq/yaml/yaml-node.ts";
import type { Steps } from "../search/steps.ts";
import { neighbourhoodsIn, type Neighbourhood } from "./neighbours.ts";
import { createPhraseSpace, type Phrase, type PhraseSpace } from "./phrase-space.ts";

// Measured on the shipped content, whole and with 5 to 30 phrases an item taken at random, and on entries parted into
// two at random: at these figures the one finding of 4,400 phrases was true, and entries parted in two were found.

/** So alike are phrases of two items that differ in an ending or a word that says nothing. */
const SAME_LIKENESS = 0.9;
/** By so much a phrase is nearer to another item before it counts as a stray; "отказ от манту" (under health) has 0.39. */
const STRAY_LEAD = 0.42;
/** Twins lose this share of their phrases to each other … */
const TWIN_SHARE = 0.22;
/** … and at least so many; two of five happen by chance. */
const TWIN_PHRASES = 3;
const MAX_SHOWN_PAIRS = 3;

/** The sheet is that of the content, without errors. */
export function* checkNeighbours(faq: Faq, sheet: Sheet): Steps<readonly Problem[]> {
  const space = yield* createPhraseSpace(faq);
  const neighbourhoods = yield* neighbourhoodsIn(space);
  const twins = twinsAmong(neighbourhoods, space);
  const isOfTwins = ({ phrase, nearest }: Neighbourhood) =>
    twins.some(({ labels }) => labels.includes(phrase.label) && labels.includes(space.phrases[nearest]?.label ?? -1));
  return [
    ...twins.map((pair) => twinProblem(pair, space, faq, sheet)),
    ...neighbourhoods.filter((one) => !isOfTwins(one)).flatMap((one) => phraseProblem(one, space, faq, sheet)),
  ];
}

interface Twins {
  /** Ascending. */
  readonly labels: readonly [number, number];
  readonly collisions: readonly Neighbourhood[];
}

function twinsAmong(neighbourhoods: readonly Neighbourhood[], { items }: PhraseSpace): readonly Twins[] {
  const lost = new Map<string, Neighbourhood[]>();
  for (const one of neighbourhoods) {
    if (one.rival <= one.own) continue;
    const key = `${one.phrase.label} ${one.rivalLabel}`;
    lost.set(key, [...(lost.get(key) ?? []), one]);
  }
  return Array.from(lost, ([key, there]): Twins | undefined => {
    const [from = 0, to = 0] = key.split(" ").map(Number);
    const back = lost.get(`${to} ${from}`) ?? [];
    const isMutual = [
      { own: there, label: from },
      { own: back, label: to },
    ].every(({ own, label }) => {
      const share = own.length / (items[label]?.phrases.length ?? 1);
      return own.length >= TWIN_PHRASES && share >= TWIN_SHARE;
    });
    return from < to && isMutual ? { labels: [from, to], collisions: [...there, ...back] } : undefined;
  }).filter((pair) => pair !== undefined);
}

function twinProblem(
  { labels: [first, second], collisions }: Twins,
  { items, phrases }: PhraseSpace,
  faq: Faq,
  sheet: Sheet,
): Problem {
  const pairs = [...collisions]
    .sort((a, b) => b.nearestLikeness - a.nearestLikeness)
    .slice(0, MAX_SHOWN_PAIRS)
    .map(({ phrase, nearest }) => [phrase.text, phrases[nearest]?.text ?? ""] as const);
  return warning("twin-items", sheet.placeOf([...pathOfItem(second, faq), "id"]), {
    id: items[second]?.id ?? "",
    twin: items[first]?.id ?? "",
    twinLine: sheet.placeOf([...pathOfItem(first, faq), "id"]).line,
    pairs,
  });
}

function phraseProblem(
  { phrase, own, rival, rivalPhrase, nearest, nearestLikeness }: Neighbourhood,
  { items, phrases }: PhraseSpace,
  faq: Faq,
  sheet: Sheet,
): readonly Problem[] {
  const isSame = nearestLikeness >= SAME_LIKENESS;
  const other = phrases[isSame ? nearest : rivalPhrase];
  if (other === undefined || (!isSame && rival - own < STRAY_LEAD)) return [];
  const place = sheet.placeOf(pathOfPhrase(phrase, faq));
  const otherLine = sheet.placeOf(pathOfPhrase(other, faq)).line;
  const owner = items[other.label]?.id ?? "";
  const params = { phrase: phrase.text, owner, other: other.text, otherLine };
  if (!isSame) return [warning("stray-phrase", place, params)];
  // Both are the same to each other; the later one tells.
  return place.line < otherLine ? [] : [warning("same-phrase", place, params)];
}

/** Entries come first, topics after them. */
function pathOfItem(label: number, { entries }: Faq): Path {
  return label < entries.length ? ["entries", label] : ["topics", label - entries.length];
}

function pathOfPhrase({ label, nth }: Phrase, faq: Faq): Path {
  const path = pathOfItem(label, faq);
  if (label >= faq.entries.length) return [...path, "phrases", nth];
  return nth === 0 ? [...path, "question"] : [...path, "phrases", nth - 1];
}
