// /unanswered: what people asked in vain, and how a question of theirs becomes a phrase of the content.
import { hidesAlike, type Pool } from "../journal/open-group.ts";
import {
  categoriesMessage,
  entriesMessage,
  groupMessage,
  topicsMessage,
  type GroupView,
} from "../dialog/admin/teach-choose.ts";
import { backToList, listMessage, teachButton } from "../dialog/admin/teach-list.ts";
import {
  learnedMessage,
  pasteMessage,
  refusedMessage,
  saidMessage,
  undoneMessage,
} from "../dialog/admin/teach-outcome.ts";
import { decodeTeachRequest, type TeachRequest } from "../dialog/admin/teach-request.ts";
import {
  GONE,
  HIDDEN_NOW,
  REVIEWED_NOW,
  MARKED_PASTED,
  NOTHING_TO_LEARN,
  PASTED,
  RETURN_TO_LIST,
  SHOWN_AGAIN,
  TO_QUESTION,
} from "../dialog/admin/teach-wording.ts";
import type { OutMessage } from "../dialog/reply.ts";
import { plain } from "../markup/rich-text.ts";
import { teachGroup, type TeachParts, undoEdit } from "./teach.ts";

/** The message that a command or a tap leads to; undefined for a button that is none of ours. */
export async function unansweredMessage(argument: string, parts: TeachParts): Promise<OutMessage | undefined> {
  const request: TeachRequest | undefined =
    argument === "" ? { kind: "list", pool: "unanswered", page: 0 } : decodeTeachRequest(argument);
  if (request === undefined) return undefined;
  if (request.kind === "list") return list(request.pool, request.page, parts);
  if (request.kind === "undo") return undo(request.editId, parts);
  if (request.kind !== "unhide") return onGroup(request, parts);
  await parts.questions.unhide(request.questionId);
  return { text: plain(SHOWN_AGAIN), keyboard: [backToList("unanswered")] };
}

async function list(pool: Pool, page: number, parts: TeachParts): Promise<OutMessage> {
  const { questions, content } = parts;
  const groups = await questions.list(pool);
  const others = pool === "unanswered" ? (await questions.list("disliked")).length : 0;
  return listMessage(content(), { pool, groups, page, others, days: questions.days });
}

type GroupRequest = Extract<TeachRequest, { readonly pool: Pool; readonly questionId: string }>;

async function onGroup(request: GroupRequest, parts: TeachParts): Promise<OutMessage> {
  const { questions } = parts;
  const { pool, questionId } = request;
  const group = await questions.find(pool, questionId);
  if (group === undefined) return { text: plain(GONE), keyboard: [backToList(pool)] };
  const view: GroupView = { pool, questionId, group };
  const content = parts.content();
  switch (request.kind) {
    case "group":
      return groupMessage(content, view);
    case "categories":
      return categoriesMessage(content, view);
    case "entries":
      return entriesMessage(content, view, request.categoryId, request.page);
    case "topics":
      return topicsMessage(content, view, request.page);
    case "teach":
      return teach(view, request.ownerId, parts);
    case "pasted":
      await questions.markTaught(group, request.ownerId, undefined);
      return { text: plain(MARKED_PASTED), keyboard: [backToList(pool)] };
    case "hide": {
      await questions.hide(group, pool, questionId);
      const back = teachButton(RETURN_TO_LIST, { kind: "unhide", questionId });
      return {
        text: plain(hidesAlike(group, pool) ? HIDDEN_NOW : REVIEWED_NOW),
        keyboard: [[back], backToList(pool)],
      };
    }
  }
}

async function teach(view: GroupView, ownerId: string, parts: TeachParts): Promise<OutMessage> {
  const { pool, questionId, group } = view;
  const rows = [[teachButton(TO_QUESTION, { kind: "group", pool, questionId })], backToList(pool)];
  const outcome = await teachGroup(group, ownerId, parts);
  switch (outcome.kind) {
    case "nothing-to-learn":
      return saidMessage(NOTHING_TO_LEARN, rows);
    case "refused":
      return refusedMessage(outcome.refusal, rows);
    case "read-only": {
      const pasted = teachButton(PASTED, { kind: "pasted", pool, questionId, ownerId });
      return pasteMessage(outcome.paste, [[pasted], ...rows]);
    }
    case "learned": {
      const lesson = { ...outcome, ownerId };
      return learnedMessage(parts.content(), lesson, [backToList(pool)]);
    }
  }
}

async function undo(editId: string, parts: TeachParts): Promise<OutMessage> {
  const rows = [backToList("unanswered")];
  const outcome = await undoEdit(editId, parts);
  switch (outcome.kind) {
    case "refused":
      return refusedMessage(outcome.refusal, rows);
    case "read-only":
      return pasteMessage(outcome.paste, rows);
    case "undone":
      return undoneMessage(outcome.change, rows);
  }
}
