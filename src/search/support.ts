// What an entry with few phrases borrows from its own answer: the words people ask with often stand in it.

/** From so many phrases on the answer adds nothing that the phrases do not say better (measured; docs/search.md). */
const ENOUGH_PHRASES = 20;
/** Shorter pieces are headings and dates. */
const MIN_LENGTH = 12;

const MARKUP = /\*\*|\]\([^)]*\)|https?:\/\/\S+|[[\]]/gu;
const BORDER = /[\n.;:!?]+/u;
const BULLET = /^[-–—•·*\s]+/u;

/** The sentences and list items of an answer, where its entry has few phrases; otherwise none. */
export function supportOf(answer: string, phraseCount: number): readonly string[] {
  if (phraseCount >= ENOUGH_PHRASES) return [];
  return answer
    .replace(MARKUP, " ")
    .split(BORDER)
    .map((piece) => piece.replace(BULLET, "").trim())
    .filter((piece) => piece.length >= MIN_LENGTH);
}
