// A question is taught by a click: the operation of /unanswered, and its outcome for the page.
import type { OpenGroup } from "../../journal/open-group.ts";
import { titleOf } from "../../dialog/admin/taught-content.ts";
import { CANNOT_WRITE, GONE, learned, NOTHING_TO_LEARN } from "../../dialog/admin/teach-wording.ts";
import { wordRefusalBriefly } from "../../faq/edit/word-refusal.ts";
import { teachGroup, type TeachOutcome, type TeachParts } from "../../teaching/teach.ts";
import type { SaveResult } from "../content/content-api.ts";
import type { Teach } from "./unanswered-api.ts";
import { replyNow } from "./reply-now.ts";
import { SAVED_NOT_LIVE } from "./unanswered-wording.ts";

export type UnansweredTeaching = Pick<TeachParts, "questions" | "editor" | "reload" | "content">;

export async function teach(
  { pool, questionId, ownerId }: Teach,
  parts: UnansweredTeaching,
): Promise<SaveResult> {
  const group = await parts.questions.find(pool, questionId);
  if (group === undefined) return { kind: "refused", message: GONE };
  const outcome = await teachGroup(group, ownerId, parts);
  return outcome.kind === "learned"
    ? savedResult(outcome, ownerId, group, parts)
    : failedResult(outcome);
}

type Learned = Extract<TeachOutcome, { readonly kind: "learned" }>;

function savedResult(
  { phrase, editId, isLive }: Learned,
  ownerId: string,
  { text }: OpenGroup,
  { content }: UnansweredTeaching,
): SaveResult {
  const current = content();
  const done = learned(phrase, titleOf(current, ownerId));
  if (!isLive) return { kind: "saved", editId, isLive, message: `${done} ${SAVED_NOT_LIVE}` };
  const now = replyNow(current.decide(text));
  return { kind: "saved", editId, isLive, message: done, now };
}

function failedResult(outcome: Exclude<TeachOutcome, Learned>): SaveResult {
  switch (outcome.kind) {
    case "nothing-to-learn":
      return { kind: "refused", message: NOTHING_TO_LEARN };
    case "read-only":
      return { kind: "read-only", message: CANNOT_WRITE, paste: outcome.paste };
    case "refused":
      return { kind: "refused", message: wordRefusalBriefly(outcome.refusal) };
  }
}
