// Text with light formatting, independent of how a messenger writes it down.

/** A run of characters of one look. Line breaks are "\n" inside `text`. */
export interface Span {
  readonly text: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly url?: string;
}

export type RichText = readonly Span[];

/** Plain text as rich text. */
export function plain(text: string): RichText {
  return [{ text }];
}

export function bold(text: string): RichText {
  return [{ text, isBold: true }];
}

export function link(text: string, url: string): RichText {
  return [{ text, url }];
}

/** Joins parts with `separator` between them; empty parts are left out. */
export function join(parts: readonly RichText[], separator: string): RichText {
  const filled = parts.filter((part) => part.some((span) => span.text !== ""));
  return filled.flatMap((part, index) => (index === 0 ? part : [{ text: separator }, ...part]));
}

/** The characters alone, links without their addresses. */
export function plainOf(text: RichText): string {
  return text.map((span) => span.text).join("");
}

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (char) => HTML_ENTITIES[char] ?? char);
}

/**
 * The text in the HTML that MAX takes (`format: "html"`): only `b`, `i` and `a`, everything else escaped.
 * HTML rather than Markdown because MAX documents no escaping for Markdown.
 */
export function htmlOf(text: RichText): string {
  return text.map(htmlOfSpan).join("");
}

function htmlOfSpan(span: Span): string {
  let html = escapeHtml(span.text);
  if (span.isItalic === true) html = `<i>${html}</i>`;
  if (span.isBold === true) html = `<b>${html}</b>`;
  if (span.url !== undefined) html = `<a href="${escapeHtml(span.url)}">${html}</a>`;
  return html;
}
