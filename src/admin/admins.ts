// Who administers the bot, and the command with which one finds out.
import type { AdminCommand, AdminCommands } from "./admin.ts";
import { type Config, isPrivatePreview } from "../config/config.ts";
import { WHOAMI, whoamiMessage } from "../dialog/admin/whoami.ts";

export interface Admins {
  /** Whether anybody is. */
  readonly areKnown: boolean;
  readonly isAdmin: (userId: number) => boolean;
}

/** In a preview whoever is at this computer administers the bot, unless others are named. */
export function createAdmins(config: Pick<Config, "adminUserIds" | "target" | "host">): Admins {
  const { adminUserIds } = config;
  if (adminUserIds.length === 0 && isPrivatePreview(config)) return { areKnown: true, isAdmin: () => true };
  const ids = new Set(adminUserIds);
  return { areKnown: ids.size > 0, isAdmin: (userId) => ids.has(userId) };
}

/**
 * Open to everybody while nobody is named: one has to find out the own number first, and it shows no other.
 * `all` are the commands of administrators, this one among them.
 */
export function whoamiCommand(admins: Admins, all: () => AdminCommands): AdminCommand {
  return {
    description: WHOAMI,
    isForAll: !admins.areKnown,
    run: ({ place: { userId } }) => {
      const lines = [...all()].map(([name, { description }]) => `/${name} — ${description}`);
      return { message: whoamiMessage(userId, admins.isAdmin(userId) ? lines : undefined) };
    },
  };
}
