// Reads the HTML that MAX takes in messages: a few tags, everything else stripped.
import type { MarkupKind } from "../world/shapes.ts";
import { type Look, type MarkedText, linkLook, SpanCollector } from "./spans.ts";

const LOOKS: Readonly<Record<string, MarkupKind>> = {
  b: "strong",
  strong: "strong",
  i: "emphasized",
  em: "emphasized",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  del: "strikethrough",
  code: "monospaced",
  pre: "monospaced",
  mark: "highlighted",
  blockquote: "quote",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
};

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
};

const TOKEN =
  /<(?<close>\/?)(?<tag>[a-z][a-z0-9]*)(?<attributes>(?:\s+[^<>]*)?)\/?>|&(?<entity>#\d{1,7}|#x[\da-f]{1,6}|[a-z]+);/giu;
const HREF = /\shref\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/iu;
const MAX_CODE_POINT = 0x10_ff_ff;

interface OpenTag {
  readonly tag: string;
  readonly look: Look;
  readonly from: number;
}

/** Text and markup of `html`; tags left open end with the text. */
export function parseHtml(html: string): MarkedText {
  const spans = new SpanCollector();
  let open: readonly OpenTag[] = [];
  let at = 0;
  for (const match of html.matchAll(TOKEN)) {
    spans.write(html.slice(at, match.index));
    at = match.index + match[0].length;
    const { tag, close, attributes, entity } = match.groups ?? {};
    if (entity !== undefined) spans.write(decodeEntity(entity));
    else if (tag?.toLowerCase() === "br") spans.write("\n");
    else if (tag !== undefined && close === "/") open = closeTag(spans, open, tag.toLowerCase());
    else if (tag !== undefined) open = openTag(spans, open, tag.toLowerCase(), attributes ?? "");
  }
  spans.write(html.slice(at));
  for (const { look, from } of open) spans.mark(look, from);
  return spans.finish();
}

function openTag(spans: SpanCollector, open: readonly OpenTag[], tag: string, attributes: string): readonly OpenTag[] {
  const look = tag === "a" ? anchorLook(attributes) : plainLook(tag);
  return look === undefined ? open : [...open, { tag, look, from: spans.length }];
}

function closeTag(spans: SpanCollector, open: readonly OpenTag[], tag: string): readonly OpenTag[] {
  const opened = open.findLast((candidate) => candidate.tag === tag);
  if (opened !== undefined) spans.mark(opened.look, opened.from);
  return open.filter((candidate) => candidate !== opened);
}

function plainLook(tag: string): Look | undefined {
  const type = LOOKS[tag];
  return type === undefined ? undefined : { type };
}

function anchorLook(attributes: string): Look | undefined {
  const groups = HREF.exec(attributes)?.groups;
  const href = groups?.["double"] ?? groups?.["single"];
  return href === undefined ? undefined : linkLook(decodeEntities(href));
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]+);/giu, (_, name: string) => decodeEntity(name));
}

function decodeEntity(name: string): string {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? `&${name};`;
  const isHex = name[1]?.toLowerCase() === "x";
  const code = isHex ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= MAX_CODE_POINT ? String.fromCodePoint(code) : `&${name};`;
}
