// Every problem code with what its wording needs.
import type { LinkFaultKind } from "../markup/link-faults.ts";
import type { Outcome } from "./outcome.ts";
import type { SyntaxReason } from "./syntax-reason.ts";

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

export interface ParamsByCode {
  readonly "file-too-large": { readonly maxBytes: number };
  readonly "line-too-long": { readonly maxLength: number };
  readonly "too-many-lines": { readonly maxLines: number };
  readonly "not-utf8": { readonly encoding: Encoding };
  readonly "control-character": { readonly codePoint: number };
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
  readonly "filler-phrase": { readonly phrase: string };
  readonly "misspelled-name": { readonly written: string; readonly name: "MAX" | "Сферум" };
  readonly "mixed-scripts": { readonly word: string; readonly latin: string };
  readonly "insecure-address": { readonly address: string };
  readonly "unreadable-address": { readonly written: string };
  readonly "long-for-a-phone": { readonly lines: number; readonly maxLines: number };
  readonly "checked-long-ago": { readonly date: string };
  readonly "checked-in-future": { readonly date: string };
}
