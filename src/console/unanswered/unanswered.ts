// What people asked in vain, and what an administrator does about it: the operations of /unanswered, for the page.
import { z } from "zod";
import { DOORS, hidesAlike, POOLS, type OpenGroup } from "../../journal/open-group.ts";
import {
  GONE,
  HIDDEN_NOW,
  MARKED_PASTED,
  REVIEWED_NOW,
  SHOWN_AGAIN,
  learned,
  NOTHING_TO_LEARN,
} from "../../dialog/admin/teach-wording.ts";
import type { Done } from "../api.ts";
import type { Hide, Pasted, Teach } from "./unanswered-api.ts";
import { refusal, type Refusal, type Routes } from "../routes.ts";
import { createUnansweredLists, type ListParts, replyNow } from "./unanswered-list.ts";
import { titleOf } from "../../dialog/admin/taught-content.ts";
import { teachGroup, type TeachOutcome, type TeachParts } from "../../teaching/teach.ts";
import type { SaveResult } from "../content/content-api.ts";
import { failedResult } from "../content/save.ts";

const POOL = z.enum(POOLS);
/** A group of questions is named by any one of them. */
export const GROUP = z.object({ pool: z.enum(DOORS), questionId: z.string().max(100) });

const LESSON = GROUP.extend({ ownerId: z.string().max(100) });

const SAVED_NOT_LIVE =
  "Файл записан, но пока не работает: в содержании есть ошибка. Какая — видно на странице «Содержание».";

type UnansweredTeaching = Pick<TeachParts, "questions" | "editor" | "reload" | "content">;

export interface UnansweredParts extends UnansweredTeaching {
  /** Why the live content answers a text as it does. */
  readonly explain: ListParts["explain"];
}

export function unansweredArea(parts: UnansweredParts): (routes: Routes) => void {
  const list = createUnansweredLists(parts);
  return (routes) => {
    const asked = z.object({ pool: POOL.default("unanswered") });
    routes.get("unanswered", asked, ({ pool }) => list(pool));
    routes.post("unanswered/teach", LESSON, (lesson) => teach(lesson, parts));
    routes.post("unanswered/pasted", LESSON, (lesson) => markPasted(lesson, parts));
    routes.post("unanswered/hide", GROUP, (group) => hide(group, parts));
    routes.post("unanswered/unhide", GROUP, (group) => unhide(group, parts));
  };
}

function markPasted(lesson: Pasted, { questions }: Pick<UnansweredParts, "questions">): Promise<Done | Refusal> {
  return onGroup(lesson, questions, async (group) => {
    await questions.markTaught(group, lesson.ownerId, undefined);
    return { message: MARKED_PASTED };
  });
}

function hide(named: Hide, { questions }: Pick<UnansweredParts, "questions">): Promise<Done | Refusal> {
  const { pool, questionId } = named;
  return onGroup(named, questions, async (group) => {
    await questions.hide(group, pool, questionId);
    return { message: hidesAlike(group, pool) ? HIDDEN_NOW : REVIEWED_NOW };
  });
}

async function unhide({ questionId }: Hide, { questions }: Pick<UnansweredParts, "questions">): Promise<Done> {
  await questions.unhide(questionId);
  return { message: SHOWN_AGAIN };
}

async function onGroup(
  { pool, questionId }: Hide,
  questions: UnansweredParts["questions"],
  act: (group: OpenGroup) => Promise<Done>,
): Promise<Done | Refusal> {
  const group = await questions.find(pool, questionId);
  return group === undefined ? refusal(404, GONE) : act(group);
}

/** By a click. */
async function teach({ pool, questionId, ownerId }: Teach, parts: UnansweredTeaching): Promise<SaveResult> {
  const group = await parts.questions.find(pool, questionId);
  if (group === undefined) return { kind: "refused", message: GONE };
  const outcome = await teachGroup(group, ownerId, parts);
  if (outcome.kind === "nothing-to-learn") return { kind: "refused", message: NOTHING_TO_LEARN };
  return outcome.kind === "learned" ? savedResult(outcome, ownerId, group, parts) : failedResult(outcome);
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
