// The pace that MAX allows a bot, or none at all.
import type { Clock } from "../world/clock.ts";
import { RateLimit } from "./rate-limit.ts";

const REQUESTS_PER_SECOND = 30;
/** Whether sends, edits, deletes and answers share one allowance is not documented: each has its own here. */
const WRITES_PER_SECOND_AND_CHAT = 2;

export type Write = "send" | "edit" | "delete" | "answer";

export interface Limits {
  allowsRequest(): boolean;
  allowsWrite(write: Write, chatId: number): boolean;
}

export function maxLimits(clock: Clock): Limits {
  const requests = new RateLimit(clock, REQUESTS_PER_SECOND);
  const writes = new RateLimit(clock, WRITES_PER_SECOND_AND_CHAT);
  return {
    allowsRequest: () => requests.allows("all"),
    allowsWrite: (write, chatId) => writes.allows(`${write} ${chatId}`),
  };
}

export const noLimits: Limits = { allowsRequest: () => true, allowsWrite: () => true };
