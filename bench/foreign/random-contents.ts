// Small random contents with questions of which every other is strange to them: what a school's first file is like.
import { createRandom } from "../../src/search/linear.ts";
import type { Faq } from "../../src/faq/faq.ts";
import { type Content, contentsOf } from "../contents.ts";
import { faqOf, type PublicSet, type Question } from "./public-sets.ts";

export interface RandomContent {
  readonly faq: Faq;
  /** As many with an owner in the content as without. */
  readonly questions: readonly Question[];
}

export interface Shape {
  readonly entries: number;
  /** Phrases of each entry. */
  readonly phrases: number;
}

export function randomContent(set: PublicSet, shape: Shape, seed: number): RandomContent {
  const random = createRandom(seed);
  const chosen = shuffled(set.contents, random)
    .slice(0, shape.entries)
    .map(({ id, phrases }) => ({ id, phrases: shuffled(phrases, random).slice(0, shape.phrases) }));
  const ids = new Set(chosen.map(({ id }) => id));
  const isOwned = ({ want }: Question) => want !== null && ids.has(want);
  const owned = set.questions.filter(isOwned);
  const strange = shuffled(
    set.questions.filter((question) => !isOwned(question)),
    random,
  )
    .slice(0, owned.length)
    .map(({ text }) => ({ text, want: null }));
  return { faq: { ...faqOf(chosen), synonyms: set.synonyms }, questions: [...owned, ...strange] };
}

/** So many phrases of each item are asked, not learnt. */
const ASKED = 10;

/** A content of the project itself as a set: of each item some phrases are kept back as questions. */
export function asSet(faq: Faq, seed: number): PublicSet {
  const random = createRandom(seed);
  const parted = contentsOf(faq).map(({ id, phrases }): readonly [Content, readonly Question[]] => {
    const mixed = shuffled(phrases, random);
    const questions = mixed.slice(0, ASKED).map((text) => ({ text, want: id }));
    return [{ id, phrases: mixed.slice(ASKED) }, questions];
  });
  return {
    name: "shipped",
    contents: parted.map(([content]) => content),
    questions: parted.flatMap(([, questions]) => questions),
    synonyms: faq.synonyms,
  };
}

/** The list in an order of chance. */
export function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  return list
    .map((item) => ({ item, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
