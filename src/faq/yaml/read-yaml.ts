// YAML text to nodes, or what is wrong with its syntax.
import { Composer, isCollection, isScalar, Parser, visit, type CST, type Document, type YAMLError } from "yaml";
import type { Locator } from "./locator.ts";
import { nodesOf, type YamlReading } from "./nodes-of-document.ts";
import { problem, type Problem } from "../problems/problem.ts";
import { syntaxReasonOf, type SyntaxReason } from "./syntax-reason.ts";

/** Unreadable is a text whose structure cannot be trusted; other problems come with the nodes. */
export function readYaml(locator: Locator): YamlReading {
  const tokens = [...new Parser().parse(locator.text)];
  const deep = firstTooDeep(tokens);
  if (deep !== undefined) {
    const place = locator.placeOf(deep, deep + 1);
    return { kind: "unreadable", problems: [problem("too-deep", place, { maxDepth: MAX_DEPTH })] };
  }
  const [document, ...others] = compose(tokens, locator.text.length);
  if (document === undefined) return { kind: "ok", root: undefined, problems: [] };
  const syntax = [...syntaxProblems(document, locator), ...severalDocuments(others, locator)];
  return syntax.length > 0 ? { kind: "unreadable", problems: syntax } : nodesOf(document, locator);
}

function compose(tokens: readonly CST.Token[], endOffset: number): readonly Document[] {
  const composer = new Composer({
    // Only YAML 1.2 types and no tags: nothing in a FAQ is binary, a set or a date object.
    schema: "core",
    resolveKnownTags: false,
    // The library compares every key with every other; nodesOf does it with a map.
    uniqueKeys: false,
  });
  return [...composer.compose(tokens, true, endOffset)];
}

/** One problem a line: what follows on the same line is mostly the echo of the first. */
function syntaxProblems(document: Document, locator: Locator): readonly Problem[] {
  const byLine = new Map<number | undefined, Problem>();
  // A tag that nobody knows is only a warning to the library, but "!важно" was meant as text.
  for (const error of [...document.errors, ...document.warnings]) {
    const found = syntaxProblem(error, document, locator);
    if (!byLine.has(found.place?.line)) byLine.set(found.place?.line, found);
  }
  return [...byLine.values()];
}

function syntaxProblem(error: YAMLError, document: Document, locator: Locator): Problem {
  const [start, end] = error.pos;
  const reason = syntaxReasonOf(error, locator.text);
  const opening = reason === "indent" ? inkFrom(start, locator.text) : openingOf(reason, document, start);
  const place = opening === undefined ? locator.placeOf(start, end) : locator.placeOf(opening, opening + 1);
  return problem("syntax", place, { reason });
}

function severalDocuments(others: readonly Document[], locator: Locator): readonly Problem[] {
  const [second] = others;
  if (second === undefined) return [];
  const start = second.range?.[0] ?? 0;
  return [problem("syntax", locator.placeOf(start, start + 1), { reason: "several-documents" })];
}

/**
 * The library points to where it gave up, lines below or at the end of the file; the quotes or the bracket it
 * waited for are the last it opened before.
 */
function openingOf(reason: SyntaxReason, document: Document, before: number): number | undefined {
  if (reason !== "unclosed-quotes" && reason !== "unclosed-bracket") return undefined;
  let opening: number | undefined;
  visit(document, {
    Node(_key, node) {
      const isQuoted = isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
      const isBracket = isCollection(node) && node.flow === true;
      const start = node.range?.[0] ?? before;
      if (start < before && (reason === "unclosed-quotes" ? isQuoted : isBracket)) opening = start;
    },
  });
  return opening;
}

/** An indent that is wrong starts with the line; the reader looks for where the words start. */
function inkFrom(start: number, text: string): number {
  let at = start;
  while (text[at] === " ") at += 1;
  return at;
}

/** faq.yaml itself is five levels deep. */
const MAX_DEPTH = 12;

/**
 * The offset of the first collection that is nested too deep, or undefined.
 * The composer of the library recurses, and Node dies of some overflows of the stack (one that hits while V8
 * compiles a regular expression), so it must never see such a text.
 */
function firstTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return token.offset;
    for (const inner of partsOf(token)) open.push({ token: inner, depth: depth + 1 });
  }
  return undefined;
}

function partsOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (!("items" in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((part) => part !== null && part !== undefined));
}
