// A masked text without its masks: what is left of a question when it is to be read as a phrase.

/** What mask.ts writes. */
const MASK = /\[(?:телефон|почта|ссылка|номер|ник)\]/gu;
/** What a mask leaves behind: brackets with nothing in them, marks that joined it to its neighbours. */
const LEFTOVER =
  /[([«"]\s*[)\]»"]|(?<=^|\s)[–—-]+(?=\s|$)|^[\s,;:.]+|\s+(?=[,.;:!?])|[\s,;:–—-]+$/gu;

export function withoutMasks(text: string): string {
  if (text.search(MASK) === -1) return text;
  return text.replace(MASK, " ").replace(LEFTOVER, "").replace(/\s+/gu, " ").trim();
}
