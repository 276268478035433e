// How pages name a group of questions: by any one of them.
import { z } from "zod";
import { POOLS } from "../journal/open-group.ts";

export const POOL = z.enum(POOLS);
export const GROUP = z.object({ pool: POOL, questionId: z.string().max(100) });
