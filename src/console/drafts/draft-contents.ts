// Contents that are tried before they are saved: a text with unsaved changes in it, made once and kept for a while.
import { createHash } from "node:crypto";
import { createTalk, type Talk } from "../../dialog/talk.ts";
import type { Faq } from "../../faq/faq.ts";
import { parseFaq } from "../../faq/parse.ts";
import { isError, type Problem } from "../../faq/problems/problem.ts";
import type { Sheet } from "../../faq/sheet.ts";
import { problemAsSentence } from "../../faq/problems/word-problem.ts";
import { createMatcher, type Matcher } from "../../search/matcher.ts";
import type { Conflict, Edit, Unfit } from "../content/content-api.ts";
import type { AppliedEdits } from "./apply-edits.ts";

/** The text of faq.yaml, and what is to be changed in it; without a change it is the content as it stands. */
export interface Draft {
  readonly text: string;
  readonly edits: readonly Edit[];
}

export interface TriedContent {
  readonly kind: "content";
  /** With the changes made. */
  readonly text: string;
  readonly faq: Faq;
  /** What was read, for checks that go on. */
  readonly sheet: Sheet;
  readonly warnings: readonly Problem[];
  readonly matcher: Matcher;
  readonly talk: Talk;
}

export type ApplyEdits = (text: string, edits: readonly Edit[]) => AppliedEdits;

export type ContentOf = (draft: Draft) => TriedContent | Unfit | Conflict;

/** What is live, what somebody writes, and how it was a change before: each takes some 15 MB. */
const MAX_KEPT = 3;

/**
 * Making one takes a second of CPU: not for the thread that answers people. They are kept by the text that
 * comes out: what was a draft goes on as the live content when it is saved.
 */
export function createDraftContents(applyEdits: ApplyEdits): ContentOf {
  const applied = keeping(({ text, edits }: Draft) => applyEdits(text, edits));
  const contents = keeping(contentOf);
  const faulty = keeping((draft: Draft) => faultyEdit(draft, applyEdits));
  return (draft) => {
    const edited = applied(draft);
    if (edited.kind !== "applied") return edited;
    const content = contents(edited.text);
    return content.kind === "unfit" ? { ...content, ...faulty(draft) } : content;
  };
}

/** The first change that breaks the content without the others. */
function faultyEdit({ text, edits }: Draft, applyEdits: ApplyEdits): Pick<Unfit, "edit"> {
  const edit = edits.findIndex((one) => {
    const alone = applyEdits(text, [one]);
    return alone.kind !== "applied" || parseFaq(alone.text).kind === "problems";
  });
  return edit === -1 ? {} : { edit };
}

/** The same value for the same input, of those that were asked for last. */
function keeping<Input, Value>(make: (input: Input) => Value): (input: Input) => Value {
  const kept = new Map<string, Value>();
  return (input) => {
    const key = createHash("sha256").update(JSON.stringify(input)).digest("hex");
    const value = kept.get(key) ?? make(input);
    // What was used last is at the end.
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}

function contentOf(text: string): TriedContent | Unfit {
  const parsed = parseFaq(text);
  if (parsed.kind === "problems") return unfit(parsed.problems);
  const { faq, warnings, sheet } = parsed;
  const matcher = createMatcher(faq);
  return { kind: "content", text, faq, sheet, warnings, matcher, talk: createTalk(faq, matcher) };
}

/** Without places: the file that they are in is not there. */
function unfit(problems: readonly Problem[]): Unfit {
  const errors = problems.filter(isError);
  return { kind: "unfit", lines: errors.map(problemAsSentence) };
}
