// What saving a change would do, before it is done: to the file, to the warnings of its item, to what people asked lately.
import { lineDiff } from "../compare/line-diff.ts";
import { ownersIn } from "../faq/edit/owners.ts";
import { rootOf } from "../faq/edit/sheet-of-text.ts";
import { wordRefusalBriefly } from "../faq/edit/word-refusal.ts";
import { lintSheet } from "../faq/lint.ts";
import { parseCases } from "../faq/parse-cases.ts";
import { readFaq } from "../faq/parse.ts";
import { problemAsSentence } from "../faq/word-problem.ts";
import { checkNeighbours } from "../lint/check-neighbours.ts";
import { runCases } from "../lint/run-cases.ts";
import type { Decision } from "../search/decide.ts";
import type { Matcher } from "../search/matcher.ts";
import type { DraftResult, Edit } from "./api.ts";
import { applyEdits } from "./apply-edits.ts";
import { compareDrafts } from "./compare-drafts.ts";
import type { createDraftContents, TriedContent } from "./draft-contents.ts";
import { linesOf, warningsByOwner } from "./inspect-content.ts";

export interface ReviewOrder {
  /** What is in the file. */
  readonly text: string;
  readonly edit: Edit;
  /** The text of the content that is live. */
  readonly live: string;
  /** The regression cases, where there are any. */
  readonly cases: string | undefined;
  /** What people asked lately. */
  readonly questions: readonly string[];
  /** An ISO date. */
  readonly today: string;
}

/** Takes a second or two: for the thread of the drafts. */
export function reviewDraft(
  { text, edit, live, cases, questions, today }: ReviewOrder,
  contentOf: ReturnType<typeof createDraftContents>,
): DraftResult {
  const edited = applyEdits(text, [edit]);
  if (edited.kind !== "applied") return edited;
  const diff = lineDiff(text, edited.text);
  if (diff.length === 0) return { kind: "fit", diff, warnings: [], replies: [] };
  const draft = contentOf({ text, edits: [edit] });
  if (draft.kind !== "content") return draft;
  const failed = failuresOf(cases, draft);
  if (failed.length > 0) {
    const message = wordRefusalBriefly({ kind: "failed-check", lines: failed });
    return { kind: "unfit", lines: message.split("\n") };
  }
  const warnings = warningsOf(edited.text, edit, today);
  const current = contentOf({ text: live, edits: [] });
  // What is live and would not be accepted any more has nothing to compare with.
  if (current.kind !== "content") return { kind: "fit", diff, warnings, replies: [] };
  const before = { ...current, matcher: remembering(current.matcher) };
  return { kind: "fit", diff, warnings, replies: compareDrafts(questions, before, draft).changes };
}

function failuresOf(text: string | undefined, { faq, matcher }: TriedContent): readonly string[] {
  if (text === undefined) return [];
  const ids = [...faq.entries, ...faq.topics, ...faq.smalltalk].map(({ id }) => id);
  const { cases, problems } = parseCases(text, ids);
  return [...problems, ...runCases(cases, matcher)]
    .filter(({ severity }) => severity === "error")
    .map(problemAsSentence);
}

function warningsOf(text: string, edit: Edit, today: string): readonly string[] {
  const { parsed, sheet } = readFaq(text);
  const root = rootOf(text);
  if (parsed.kind !== "ok" || sheet === undefined || root === undefined) return [];
  const owners = ownersIn(root);
  const added = owners.findLast(({ path }) => path[0] === "entries")?.id;
  const id = edit.kind === "new-entry" ? added : edit.id;
  const problems = [
    ...parsed.warnings,
    ...lintSheet(sheet, today),
    ...(hasOtherPhrases(edit) ? checkNeighbours(parsed.faq, sheet) : []),
  ];
  return warningsByOwner(problems, linesOf(text, root, owners)).get(id) ?? [];
}

/** Whether phrases of two items may come to lie nearer to each other; looking for that is most of the work. */
function hasOtherPhrases(edit: Edit): boolean {
  if (edit.kind === "new-entry") return true;
  const askedBy = ({ before, after }: typeof edit) =>
    [before, after].map((fields) => [fields.phrases, "question" in fields ? fields.question : ""]);
  const [before, after] = askedBy(edit);
  return JSON.stringify(before) !== JSON.stringify(after);
}

const decided = new WeakMap<Matcher, Map<string, Decision>>();

/** What is live gets the same questions with every change of the draft. */
function remembering(matcher: Matcher): Matcher {
  const decisions = decided.get(matcher) ?? new Map<string, Decision>();
  decided.set(matcher, decisions);
  return {
    ...matcher,
    decide: (text) => {
      const known = decisions.get(text);
      if (known !== undefined) return known;
      // The questions of a day or two ago are not asked for again.
      if (decisions.size >= MAX_DECISIONS) decisions.clear();
      const decision = matcher.decide(text);
      decisions.set(text, decision);
      return decision;
    },
  };
}

const MAX_DECISIONS = 2_000;
