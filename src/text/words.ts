// Text cut into words.

/** A word with the place where it stood, so that repairs can be shown and undone. */
export interface Token {
  readonly text: string;
  readonly start: number;
}

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * What one keystroke gives on either layout: letters, digits and the punctuation that is a Russian letter on the
 * other layout (`[` is х, `;` is ж), so that `gtht[jl` stays one word until it is known which layout was meant.
 */
const KEYSTROKES = /[\p{L}\p{N}[\]{};:'",.<>`~]+/gu;

export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

export function keystrokesOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(KEYSTROKES), (match) => ({ text: match[0], start: match.index }));
}
