// What can be wrong with faq.yaml, as data: found by the checks, worded by word-problem.ts.
import type { LinkFaultKind } from "../../markup/link-faults.ts";
import type { Outcome } from "../outcome.ts";
import type { SyntaxReason } from "../yaml/syntax-reason.ts";

/** Where in the file, within one line. Lines and columns count from 1, columns and length in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

type Severity = "error" | "warning";

export type ProblemCode = keyof ParamsByCode;

export interface ProblemOf<Code extends ProblemCode> {
  readonly code: Code;
  readonly severity: Severity;
  /** Undefined when the problem is the file as a whole. */
  readonly place: Place | undefined;
  readonly params: ParamsByCode[Code];
}

export type Problem = { readonly [Code in ProblemCode]: ProblemOf<Code> }[ProblemCode];

/** An error: with it the file is not taken into service. */
export function problem<Code extends ProblemCode>(
  code: Code,
  place: Place | undefined,
  params: ParamsByCode[Code],
): ProblemOf<Code> {
  return { code, severity: "error", place, params };
}

/** A warning: the file works, but probably not as it was meant. */
export function warning<Code extends ProblemCode>(
  code: Code,
  place: Place | undefined,
  params: ParamsByCode[Code],
): ProblemOf<Code> {
  return { ...problem(code, place, params), severity: "warning" };
}

/** Whether it keeps the file from service. */
export function isError({ severity }: Pick<Problem, "severity">): boolean {
  return severity === "error";
}

/** In the order of the file, each problem once; those without a place first. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const unique = new Map(problems.map((found) => [keyOf(found), found]));
  return [...unique.values()].sort(
    (a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}

/** The same for all that say the same of one place. */
export function keyOf(found: Problem): string {
  return JSON.stringify([found.code, found.place, found.params]);
}

/** What a value ought to be, or is. */
export type Shape = "text" | "number" | "list" | "mapping" | "other";

export type Encoding = "UTF-16" | "CP1251" | "unknown";

/** What the bot says to a question, for problems that tell of it. */
export interface ActualReply {
  readonly outcome: Outcome;
  /** What it answers with, or else offers; best first. */
  readonly ids: readonly string[];
  /** 0…1, of the first of these. */
  readonly confidence: number;
  /** The phrase of the first of these that is nearest to the question. */
  readonly nearestPhrase: string | undefined;
}

/** A phrase, and one of another item that is too near to it. */
interface RivalPhrase {
  readonly phrase: string;
  readonly owner: string;
  readonly other: string;
  readonly otherLine: number;
}

/** Every problem code with what its wording needs. */
export interface ParamsByCode {
  readonly "file-too-large": { readonly maxBytes: number };
  readonly "line-too-long": { readonly maxLength: number };
  readonly "too-many-lines": { readonly maxLines: number };
  readonly "not-utf8": { readonly encoding: Encoding };
  readonly "control-character": { readonly codePoint: number };
  readonly "odd-space": { readonly name: string };
  readonly syntax: { readonly reason: SyntaxReason };
  readonly "too-deep": { readonly maxDepth: number };
  readonly "too-many-aliases": { readonly maxAliases: number };
  readonly "unknown-alias": { readonly name: string };
  readonly "unused-anchor": { readonly name: string };
  readonly "cut-by-hash": { readonly rest: string };
  readonly "duplicate-key": { readonly key: string; readonly firstLine: number };
  readonly "empty-file": { readonly keys: readonly string[] };
  readonly "wrong-root": { readonly keys: readonly string[]; readonly found: Shape };
  readonly "missing-key": { readonly key: string };
  readonly "empty-value": { readonly key: string | undefined };
  readonly "unknown-key": { readonly key: string; readonly suggestion: string | undefined };
  readonly "wrong-type": { readonly expected: Shape; readonly found: Shape };
  readonly "needs-quotes": { readonly source: string };
  readonly "text-became-mapping": { readonly source: string };
  readonly "empty-text": object;
  readonly "empty-list": object;
  readonly "lonely-synonym": object;
  readonly "text-too-long": { readonly length: number; readonly maxLength: number };
  readonly "bad-id": { readonly id: string };
  readonly "bad-date": { readonly date: string };
  readonly "bad-address": { readonly address: string };
  readonly "out-of-range": { readonly value: number };
  readonly "thresholds-swapped": { readonly answer: number; readonly suggest: number };
  readonly "duplicate-id": { readonly id: string; readonly firstLine: number | undefined };
  readonly "unknown-category": { readonly id: string; readonly suggestion: string | undefined };
  readonly "empty-category": { readonly id: string };
  readonly "unknown-related": { readonly id: string; readonly suggestion: string | undefined };
  readonly "related-to-itself": { readonly id: string };
  readonly "repeated-related": { readonly id: string };
  readonly "shared-phrase": {
    readonly phrase: string;
    readonly owner: string;
    readonly firstLine: number | undefined;
  };
  readonly "repeated-phrase": { readonly phrase: string; readonly firstLine: number | undefined };
  readonly "unknown-placeholder": {
    readonly placeholder: string;
    readonly suggestion: string | undefined;
  };
  readonly "broken-placeholder": object;
  readonly "misplaced-placeholder": { readonly placeholder: string };
  readonly "bad-link": { readonly fault: LinkFaultKind; readonly source: string };
  readonly "stray-bold": object;
  readonly "unnamed-organization": { readonly name: string };
  readonly "answer-too-long": { readonly length: number; readonly maxLength: number };
  readonly "unknown-expected": { readonly id: string; readonly suggestion: string | undefined };
  readonly "repeated-case": { readonly question: string; readonly firstLine: number };
  readonly "failed-case": {
    readonly question: string;
    /** Ids of which any would be right, or "none". */
    readonly expected: readonly string[];
    readonly got: ActualReply;
  };
  readonly "twin-items": {
    readonly id: string;
    readonly twin: string;
    readonly twinLine: number;
    /** Phrases that collide: one of the first, one of the second. */
    readonly pairs: readonly (readonly [string, string])[];
  };
  readonly "same-phrase": RivalPhrase;
  readonly "stray-phrase": RivalPhrase;
  readonly "few-phrases": { readonly count: number; readonly minCount: number };
  readonly "unseen-phrase": { readonly phrase: string };
  readonly "filler-phrase": { readonly phrase: string };
  readonly "misspelled-name": { readonly written: string; readonly name: "MAX" | "Сферум" };
  readonly "mixed-scripts": { readonly word: string; readonly latin: string };
  readonly "insecure-address": { readonly address: string };
  readonly "unreadable-address": { readonly written: string };
  readonly "long-for-a-phone": { readonly lines: number; readonly maxLines: number };
  readonly "checked-long-ago": { readonly date: string };
  readonly "checked-in-future": { readonly date: string };
}
