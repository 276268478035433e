// As much of a question as is kept: what somebody asks stands in the beginning, and a pasted page is nobody's question.

/** In UTF-16 units, the ellipsis among them. */
const KEPT_LENGTH = 500;
/** What is longer is no word, and is cut anywhere. */
const LONGEST_WORD = 40;
const ELLIPSIS = "…";
const LAST_WORD = new RegExp(String.raw`\s\S{0,${LONGEST_WORD}}$`, "u");

/** Cut at the end of a word. */
export function cutQuestion(text: string): string {
  if (text.length <= KEPT_LENGTH) return text;
  // Half of an emoji at the cut would not be valid text.
  const most = text.slice(0, KEPT_LENGTH - ELLIPSIS.length).replace(/[\uD800-\uDBFF]$/u, "");
  return `${most.replace(LAST_WORD, "").trimEnd()}${ELLIPSIS}`;
}

/** Whether a question as it is kept may have been longer. */
export function isCutQuestion(text: string): boolean {
  return text.length > KEPT_LENGTH - 2 * LONGEST_WORD && text.endsWith(ELLIPSIS);
}
