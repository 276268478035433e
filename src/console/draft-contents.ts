// Contents that are tried before they are saved: a text with unsaved changes in it, made once and kept for a while.
import { createHash } from "node:crypto";
import { createTalk, type Talk } from "../dialog/talk.ts";
import type { Faq } from "../faq/faq.ts";
import { parseFaq } from "../faq/parse.ts";
import type { Problem } from "../faq/problem.ts";
import { problemAsSentence } from "../faq/word-problem.ts";
import { createMatcher, type Matcher } from "../search/matcher.ts";
import type { Conflict, Edit, Unfit } from "./api.ts";

/** The text of faq.yaml, and what is to be changed in it; without a change it is the content as it stands. */
export interface Draft {
  readonly text: string;
  readonly edits: readonly Edit[];
}

export interface TriedContent {
  readonly kind: "content";
  readonly faq: Faq;
  readonly matcher: Matcher;
  readonly talk: Talk;
}

export type ApplyEdits = (
  text: string,
  edits: readonly Edit[],
) => { readonly kind: "applied"; readonly text: string } | Unfit | Conflict;

/** What is live, what somebody writes, and how it was a change before. */
const MAX_KEPT = 4;

/** Making one takes a second, without a pause: not for the thread that answers people. */
export function createDraftContents(
  applyEdits: ApplyEdits,
): (draft: Draft) => TriedContent | Unfit | Conflict {
  const kept = new Map<string, TriedContent | Unfit | Conflict>();
  return (draft) => {
    const key = createHash("sha256").update(JSON.stringify(draft)).digest("hex");
    const content = kept.get(key) ?? contentOf(draft, applyEdits);
    // What was used last is at the end.
    kept.delete(key);
    kept.set(key, content);
    const [oldest] = kept.keys();
    if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
    return content;
  };
}

function contentOf(
  { text, edits }: Draft,
  applyEdits: ApplyEdits,
): TriedContent | Unfit | Conflict {
  const edited = applyEdits(text, edits);
  if (edited.kind !== "applied") return edited;
  const parsed = parseFaq(edited.text);
  if (parsed.kind === "problems") return unfit(parsed.problems);
  const { faq } = parsed;
  const matcher = createMatcher(faq);
  return { kind: "content", faq, matcher, talk: createTalk(faq, matcher) };
}

/** Without places: the file that they are in is not there. */
function unfit(problems: readonly Problem[]): Unfit {
  const errors = problems.filter(({ severity }) => severity === "error");
  return { kind: "unfit", lines: errors.map(problemAsSentence) };
}
