// @ts-check
// Sends what the visitor does to the local MAX, and tells when it was not done.
import { Refused } from "./connection.js";
import { toast } from "./toast.js";

/**
 * @typedef {import("./shapes.d.ts").Action} Action
 * @typedef {import("./shapes.d.ts").ChatKind} ChatKind
 */

/**
 * @param {{
 *   line: () => ReturnType<typeof import("./connection.js").connect>,
 *   chats: ReturnType<typeof import("./chats.js").chatStore>,
 *   speakerId: () => number | undefined,
 *   waiting: ReturnType<typeof import("./patience.js").patience>,
 * }} parts
 */
export function actor({ line, chats, speakerId, waiting }) {
  /**
   * Whether it was done.
   * @param {Action} action
   * @param {ChatKind} kind where
   */
  return async function act(action, kind = chats.current().kind) {
    // In a group the bot may well keep silent; a tap it always answers.
    if (kind === "private" || action.kind === "tap") waiting.start();
    try {
      const { chatId } = chats.get(kind);
      await line().act({ chatId, as: kind === "group" ? speakerId() : undefined }, action);
      return true;
    } catch (error) {
      waiting.stop();
      const isRefused = error instanceof Refused;
      toast(isRefused ? error.message : "Не отправлено: нет связи с программой.", "error");
      return false;
    }
  };
}
