// What MAX tells the bot of a group, and what it keeps from it.
import { canBotRead, isBotAdmin, type Group } from "../world/chats.ts";
import type { LocalMax } from "./local-max.ts";
import type { Update } from "../world/shapes.ts";

/**
 * What the bot must be in the group to be told: a member, an administrator, or one with the right to read
 * all messages. Commands and mentions are messages like any other.
 */
export type Need = "member" | "admin" | "reader";

export function tellOfGroup(
  max: LocalMax,
  chatId: number,
  need: Need,
  updateType: string,
  fields: Omit<Update, "update_type" | "timestamp">,
): void {
  const group = max.world.group(chatId);
  if (group === undefined || !isMet(group, need)) return;
  max.emit({ update_type: updateType, timestamp: max.clock.now(), ...fields });
}

function isMet(group: Group, need: Need): boolean {
  switch (need) {
    case "member":
      return group.bot !== undefined;
    case "admin":
      return isBotAdmin(group);
    case "reader":
      return canBotRead(group);
  }
}
