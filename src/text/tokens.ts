// A message cut where somebody may have typed words: tokens, and where sentences begin.

export interface Token {
  readonly text: string;
  /** Whether a sentence begins with it: the first token, or one after a full stop or a line break. */
  readonly isStart: boolean;
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
const SENTENCE_END = /[!?\n]/u;

/** The tokens of a normalised message. */
export function tokensOf(text: string): readonly Token[] {
  const found = Array.from(text.matchAll(KEYSTROKES), (match) => ({
    text: match[0],
    start: match.index,
  })).flatMap(partedAtStops);
  return found.map((token, at) => ({
    text: token.text,
    isStart: at === 0 || endsSentence(text, found[at - 1], token),
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

/** Whether a sentence ends between two neighbours. */
function endsSentence(text: string, before: Found | undefined, after: Found): boolean {
  if (before === undefined) return false;
  const gap = text.slice(before.start + before.text.length, after.start);
  // The full stop belongs to the token before: on the other layout it would be a letter.
  return SENTENCE_END.test(gap) || STOP.test(before.text.slice(-1));
}
