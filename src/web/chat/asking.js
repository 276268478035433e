// @ts-check
// Shows why the bot answers a message as it does.
import { writtenText } from "./message-actions.js";

/** @typedef {import("./shapes.d.ts").ChatMessage} ChatMessage */

/**
 * @param {{
 *   why: ReturnType<typeof import("./why.js").whyPanel>,
 *   log: ReturnType<typeof import("./log.js").messageLog>,
 *   nick: () => string,
 * }} parts
 */
export function asker({ why, log, nick }) {
  /**
   * Explains the answer to this message of a person.
   * @param {ChatMessage} message
   * @param {boolean} isOpening
   */
  return function ask(message, isOpening) {
    // The nick of the bot is the address, not the question.
    const address = `@${nick().toLowerCase()}`;
    const words = writtenText(message).split(" ");
    const text = words
      .filter((word) => word.toLowerCase() !== address)
      .join(" ")
      .trim();
    if (message.isFromBot || text === "") return;
    log.markAsked(message.mid);
    void why.show(text);
    if (isOpening) why.open();
  };
}
