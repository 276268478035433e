// What saving a change would do, before it is done: to the file, to the warnings of its item, to what people asked lately.
import { groupChanges, repliesOf, type Reply } from "../../compare/compare-replies.ts";
import { lineDiff } from "../../compare/line-diff.ts";
import { titleOf } from "../../dialog/admin/taught-content.ts";
import { wordRefusalBriefly } from "../../faq/edit/word-refusal.ts";
import { isError } from "../../faq/problems/problem.ts";
import { problemAsSentence } from "../../faq/problems/word-problem.ts";
import { checkParsed } from "../../check/check-content.ts";
import type { Decision } from "../../search/decide.ts";
import type { BuildMatcher, Matcher } from "../../search/matcher.ts";
import { atOnce } from "../../search/steps.ts";
import type { DraftResult, Edit, ReplyChange, TitledReply } from "../content/content-api.ts";
import type { ContentOf, TriedContent } from "./draft-contents.ts";
import { warningsByItem } from "./item-warnings.ts";

export interface ReviewRequest {
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
  { text, edit, live, cases, questions, today }: ReviewRequest,
  contentOf: ContentOf,
): DraftResult {
  const draft = contentOf({ text, edits: [edit] });
  if (draft.kind !== "content") return draft;
  const advice = { today, comparesPhrases: hasOtherPhrases(edit) };
  const known = stepsTo(draft.matcher);
  const checked = atOnce(checkParsed({ ...draft, kind: "ok" }, { questionsText: cases, advice }, known));
  if (checked.kind === "unfit") {
    const lines = checked.questionProblems.filter(isError).map(problemAsSentence);
    const message = wordRefusalBriefly({ kind: "failed-check", lines });
    return { kind: "unfit", lines: message.split("\n") };
  }
  const diff = lineDiff(text, draft.text);
  const id = edit.kind === "new-entry" ? draft.faq.entries.at(-1)?.id : edit.id;
  const warnings = warningsByItem(checked.problems, checked.sheet)(id);
  const current = contentOf({ text: live, edits: [] });
  // What is live and would not be accepted any more has nothing to compare with.
  if (current.kind !== "content") return { kind: "fit", diff, warnings, replies: [] };
  const replies = compareDrafts(questions, remembering(current), remembering(draft));
  return { kind: "fit", diff, warnings, replies };
}

/** The matcher was built when the draft was. */
function stepsTo(matcher: Matcher): BuildMatcher {
  return function* () {
    yield;
    return matcher;
  };
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

/** What is live gets the same questions with every change of a draft, and what was a draft is live when it is saved. */
function remembering(content: TriedContent): TriedContent {
  const { matcher } = content;
  const decisions = decided.get(matcher) ?? new Map<string, Decision>();
  decided.set(matcher, decisions);
  const decide = (text: string) => {
    const decision = decisions.get(text) ?? matcher.decide(text);
    // The questions of some days ago are not asked for again.
    if (decisions.size >= MAX_DECISIONS) decisions.clear();
    decisions.set(text, decision);
    return decision;
  };
  return { ...content, matcher: { ...matcher, decide } };
}

const MAX_DECISIONS = 2_000;

/** An edit keeps the id of what it changes. */
const NO_NEW_IDS: ReadonlyMap<string, string> = new Map();

/** Which answers to a list of questions a draft changes. */
function compareDrafts(
  questions: readonly string[],
  before: TriedContent,
  after: TriedContent,
): readonly ReplyChange[] {
  const versions = { before: before.matcher, after: after.matcher, newIds: NO_NEW_IDS };
  return groupChanges(repliesOf(questions, versions)).map((group) => ({
    ...group,
    before: titled(group.before, before),
    after: titled(group.after, after),
  }));
}

function titled(reply: Reply, content: TriedContent): TitledReply {
  return { ...reply, titles: reply.ids.map((id) => titleOf(content, id)) };
}
