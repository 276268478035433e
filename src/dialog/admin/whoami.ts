// The answer to /whoami: the asker's number in MAX, and what they may do.
import { join, plain } from "../../markup/rich-text.ts";
import { NO_ADMINS_YET, YOU_ARE_ADMIN, yourId } from "./admin-wording.ts";
import { menuRow } from "../parent/menu.ts";
import type { OutMessage } from "../reply.ts";

/** `commands` as lines of "/name — description"; undefined for somebody who is no administrator. */
export function whoamiMessage(userId: number, commands: readonly string[] | undefined): OutMessage {
  const rights = commands === undefined ? [NO_ADMINS_YET] : [YOU_ARE_ADMIN, ...commands];
  return {
    text: join([plain(yourId(userId)), plain(rights.join("\n"))], "\n\n"),
    keyboard: [menuRow()],
  };
}
