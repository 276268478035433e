// The way from a figure to the questions behind it.
import type { Params } from "../shell/query.ts";

/** The address of the questions of the period and chats that are shown, narrowed down further. */
export type QuestionsHref = (change: Params) => string;
