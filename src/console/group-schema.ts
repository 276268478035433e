// How pages name a group of questions: by any one of them.
import { z } from "zod";

export const POOL = z.enum(["unanswered", "disliked"]);
export const GROUP = z.object({ pool: POOL, questionId: z.string().max(100) });
