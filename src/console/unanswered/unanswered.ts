// What people asked in vain, and what an administrator does about it: the operations of /unanswered, for the page.
import type { OpenGroup } from "../../journal/open-group.ts";
import { z } from "zod";
import {
  GONE,
  HIDDEN_NOW,
  MARKED_PASTED,
  REVIEWED_NOW,
  SHOWN_AGAIN,
} from "../../dialog/admin/teach-wording.ts";
import type { Done } from "../api.ts";
import type { Hide, Pasted } from "./unanswered-api.ts";
import { GROUP, POOL } from "../group-schema.ts";
import { refusal, type Refusal } from "../refusal.ts";
import type { Routes } from "../routes.ts";
import { createUnansweredLists, type ListParts } from "./unanswered-list.ts";
import { teach, type UnansweredTeaching } from "./unanswered-teach.ts";

export interface UnansweredParts extends UnansweredTeaching {
  /** Why the live content answers a text as it does. */
  readonly explain: ListParts["explain"];
}

const LESSON = GROUP.extend({ ownerId: z.string().max(100) });

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

function markPasted(
  lesson: Pasted,
  { questions }: Pick<UnansweredParts, "questions">,
): Promise<Done | Refusal> {
  return onGroup(lesson, questions, async (group) => {
    await questions.markTaught(group, lesson.ownerId, undefined);
    return { message: MARKED_PASTED };
  });
}

function hide(
  named: Hide,
  { questions }: Pick<UnansweredParts, "questions">,
): Promise<Done | Refusal> {
  const { pool, questionId } = named;
  return onGroup(named, questions, async (group) => {
    await questions.hide(group, pool, questionId);
    return { message: pool === "unanswered" ? HIDDEN_NOW : REVIEWED_NOW };
  });
}

async function unhide(
  { questionId }: Hide,
  { questions }: Pick<UnansweredParts, "questions">,
): Promise<Done> {
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
