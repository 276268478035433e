// Text cut into words.

const WORD = /[\p{L}\p{N}]+/gu;

export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}
