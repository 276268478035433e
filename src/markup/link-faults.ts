// Links in light Markdown that would not work: what was probably meant as a link but is not read as one.
import { linksOf } from "./link.ts";

/** Not a web address; no ")" at the end; a space between "]" and "("; a bracket without its partner. */
export type LinkFaultKind = "address" | "unclosed" | "space" | "unbalanced";

export interface LinkFault {
  readonly fault: LinkFaultKind;
  /** The part of the text at fault. */
  readonly source: string;
  /** How many times `source` stands in the text before the fault. */
  readonly nth: number;
}

/** A label, perhaps spaces, a round bracket and what follows: each search ends at the next square bracket. */
const ATTEMPT = /\[([^[\]\n]*)\]([ \t]*)\(([^[\]()\n]*)(\)?)/gu;

/** Nobody mends more at a time, and each is counted through the text. */
const MAX_FAULTS = 20;

export function linkFaultsOf(text: string): readonly LinkFault[] {
  const good = new Set(linksOf(text).map(({ start }) => start));
  const attempts = Array.from(text.matchAll(ATTEMPT), (match) => attemptOf(match)).filter(
    ({ start, fault }) => !good.has(start) && fault !== undefined,
  );
  const faults = [...attempts, ...unbalancedIn(text)].slice(0, MAX_FAULTS);
  return faults.flatMap(({ fault, source, start }) =>
    fault === undefined ? [] : [{ fault, source, nth: countBefore(text, source, start) }],
  );
}

interface Attempt {
  readonly fault: LinkFaultKind | undefined;
  readonly source: string;
  readonly start: number;
}

function attemptOf(match: RegExpExecArray): Attempt {
  const [source, , gap = "", address = "", closing = ""] = match;
  return { fault: faultOf(gap, address, closing), source, start: match.index };
}

function faultOf(gap: string, address: string, closing: string): LinkFaultKind | undefined {
  const isAddress = /^\s*https?:/iu.test(address);
  // "[1] (см. ниже)" is no attempt at a link.
  if (gap !== "") return isAddress ? "space" : undefined;
  return closing === "" ? "unclosed" : "address";
}

/** The first square bracket without its partner on the same line, for each line. */
function unbalancedIn(text: string): readonly Attempt[] {
  let lineStart = 0;
  return text.split("\n").flatMap((line) => {
    const start = lineStart;
    lineStart += line.length + 1;
    const at = unpairedBracket(line);
    return at === undefined ? [] : [{ fault: "unbalanced" as const, source: line[at] ?? "", start: start + at }];
  });
}

function unpairedBracket(line: string): number | undefined {
  const open: number[] = [];
  for (const { 0: bracket, index } of line.matchAll(/[[\]]/gu)) {
    if (bracket === "[") open.push(index);
    else if (open.pop() === undefined) return index;
  }
  return open[0];
}

function countBefore(text: string, part: string, end: number): number {
  return text.slice(0, end).split(part).length - 1;
}
