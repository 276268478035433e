// The kinds of updates that are counted: a fixed list, so that nobody outside can make another time series.
import type { PendingUpdate } from "../store/inbox/inbox.ts";

export const UPDATE_KINDS = [
  "message",
  "edited",
  "tap",
  "started",
  "added",
  "removed",
  "other",
] as const;
export type UpdateKind = (typeof UPDATE_KINDS)[number];

/** By the beginning of the key (max/update-key): the payload need not be read again for it. */
const BY_KEY: Readonly<Partial<Record<string, UpdateKind>>> = {
  m: "message",
  e: "edited",
  c: "tap",
  s: "started",
  message_created: "message",
  message_edited: "edited",
  message_callback: "tap",
  bot_started: "started",
  bot_added: "added",
  bot_removed: "removed",
};

export function kindOf({ key }: Pick<PendingUpdate, "key">): UpdateKind {
  return BY_KEY[key.slice(0, key.indexOf(":"))] ?? "other";
}
