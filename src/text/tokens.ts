// A message cut where somebody may have typed words: tokens, and where sentences and clauses begin.

/** What parts a token from the one before: the end of a sentence, or of a clause, or nothing to speak of. */
export type Border = "sentence" | "clause" | "none";

export interface Token {
  readonly text: string;
  /** The first token begins a sentence. */
  readonly border: Border;
}

interface Found {
  readonly text: string;
  readonly start: number;
}

/**
 * What one keystroke gives on either layout: letters, digits and the punctuation that is a Russian letter on the
 * other layout (`[` is х, `;` is ж), so that `gtht[jl` stays one word until it is known which layout was meant.
 */
const KEYSTROKES = /[\p{L}\p{N}[\]{};:'",.<>`~]+/gu;
const LATIN = /[a-z]/u;
const STOP = /[.;]/u;
const BETWEEN_STOPS = /[^.;]+[.;]*/gu;
const SENTENCE_END = /[!?\n+•●▪]/u;
/** A dash is one only beside a space: "что-то". */
const CLAUSE_END = /[—–()/|*&]|\s-|-\s/u;
const COMMA = /[,:]/u;
/** "1)" */
const LIST_NUMBER = /^\d{1,2}$/u;

/** The tokens of a normalised message. */
export function tokensOf(text: string): readonly Token[] {
  const found = Array.from(text.matchAll(KEYSTROKES), (match) => ({
    text: match[0],
    start: match.index,
  })).flatMap(partedAtStops);
  return found.map((token, at) => ({
    text: token.text,
    border: borderBetween(text, found[at - 1], token),
  }));
}

/** Russian words with a full stop and no space between them; on the Latin layout the full stop is a letter. */
function partedAtStops(found: Found): readonly Found[] {
  if (LATIN.test(found.text) || !STOP.test(found.text)) return [found];
  return Array.from(found.text.matchAll(BETWEEN_STOPS), (match) => ({
    text: match[0],
    start: found.start + match.index,
  }));
}

/** The border between two neighbours. */
function borderBetween(text: string, before: Found | undefined, after: Found): Border {
  if (before === undefined) return "sentence";
  const gap = text.slice(before.start + before.text.length, after.start);
  // The full stop belongs to the token before: on the other layout it would be a letter.
  const last = before.text.slice(-1);
  if (SENTENCE_END.test(gap) || STOP.test(last)) return "sentence";
  if (LIST_NUMBER.test(after.text) && text[after.start + after.text.length] === ")") return "sentence";
  return CLAUSE_END.test(gap) || COMMA.test(last) ? "clause" : "none";
}
