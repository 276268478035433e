// Text with its markup, as MAX shows it. It goes in as text, never as HTML: it may come from anybody.
import type { VNode } from "preact";
import type { Markup } from "../../../preview/world/shapes.ts";

const TAGS = {
  strong: "strong",
  emphasized: "em",
  monospaced: "code",
  strikethrough: "s",
  underline: "u",
  highlighted: "mark",
  heading: "strong",
  quote: "q",
  user_mention: "b",
} as const;

const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]»]/gu;

/**
 * Spans may overlap in any way, so the text is cut at every border of a span, and each piece is wrapped in
 * all spans that cover it.
 */
export function MarkedText({ text, markup }: { readonly text: string; readonly markup: readonly Markup[] }) {
  const spans = [...markup, ...bareLinks(text, markup)];
  const ends = spans.flatMap((span) => [span.from, span.from + span.length]);
  const borders = [...new Set([0, text.length, ...ends])].sort((a, b) => a - b);
  return borders.slice(0, -1).map((start, at) => {
    const end = borders[at + 1] ?? start;
    const covering = spans.filter((span) => span.from <= start && span.from + span.length >= end);
    return covering.reduce<VNode | string>(wrapped, text.slice(start, end));
  });
}

/** MAX makes a typed address a link by itself. */
function bareLinks(text: string, markup: readonly Markup[]): readonly Markup[] {
  const links = Array.from(text.matchAll(ADDRESS), ({ 0: url, index }): Markup => {
    return { type: "link", from: index, length: url.length, url };
  });
  const marked = markup.filter(({ type }) => type === "link" || type === "monospaced");
  return links.filter((link) => !marked.some((span) => overlap(span, link)));
}

function overlap(a: Markup, b: Markup): boolean {
  return a.from < b.from + b.length && b.from < a.from + a.length;
}

function wrapped(content: VNode | string, { type, url }: Markup): VNode | string {
  if (type !== "link") {
    const Tag = TAGS[type];
    return <Tag data-mark={type}>{content}</Tag>;
  }
  if (!isWebAddress(url)) return content;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {content}
    </a>
  );
}

export function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//iu.test(url);
}
