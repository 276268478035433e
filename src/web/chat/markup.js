// @ts-check
// Shows text with its markup spans, as nodes.
import { element } from "./element.js";

/** @typedef {import("./shapes.d.ts").Markup} Markup */

/** @type {Readonly<Record<string, keyof HTMLElementTagNameMap>>} */
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
};

const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]»]/gu;

/**
 * Spans may overlap in any way, so the text is cut at every border of a span, and each piece is wrapped in
 * all spans that cover it.
 * @param {string} text
 * @param {readonly Markup[]} markup
 * @returns {DocumentFragment}
 */
export function markedText(text, markup) {
  const spans = [...markup, ...bareLinks(text, markup)];
  const ends = spans.flatMap((span) => [span.from, span.from + span.length]);
  const borders = [...new Set([0, text.length, ...ends])].sort((a, b) => a - b);
  const fragment = document.createDocumentFragment();
  for (const [index, start] of borders.entries()) {
    const end = borders[index + 1] ?? start;
    if (end === start) continue;
    const covering = spans.filter((span) => span.from <= start && span.from + span.length >= end);
    fragment.append(wrapped(text.slice(start, end), covering));
  }
  return fragment;
}

/**
 * MAX makes a typed address a link by itself.
 * @param {string} text
 * @param {readonly Markup[]} markup
 * @returns {Markup[]}
 */
function bareLinks(text, markup) {
  /** @type {Markup[]} */
  const links = [...text.matchAll(ADDRESS)].map((match) => ({
    type: "link",
    from: match.index,
    length: match[0].length,
    url: match[0],
  }));
  const marked = markup.filter((span) => span.type === "link" || span.type === "monospaced");
  return links.filter((link) => !marked.some((span) => overlap(span, link)));
}

/**
 * @param {Markup} a
 * @param {Markup} b
 */
function overlap(a, b) {
  return a.from < b.from + b.length && b.from < a.from + a.length;
}

/**
 * @param {string} text
 * @param {readonly Markup[]} spans
 * @returns {Node}
 */
function wrapped(text, spans) {
  /** @type {Node} */
  let node = document.createTextNode(text);
  for (const span of spans) {
    const tag = TAGS[span.type];
    if (tag !== undefined) node = element(tag, span.type, node);
    if (span.type === "link" && isWebAddress(span.url)) node = webLink(span.url ?? "", node);
  }
  return node;
}

/** @param {string | undefined} url */
export function isWebAddress(url) {
  return url !== undefined && /^https?:\/\//iu.test(url);
}

/**
 * @param {string} url
 * @param {Node} content
 */
function webLink(url, content) {
  const link = element("a", "", content);
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}
