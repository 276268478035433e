// @ts-check
// What can be done with one message of a chat.
import { copyText } from "./copy.js";

/**
 * @typedef {import("./menu.js").MenuItem} MenuItem
 * @typedef {import("./shapes.d.ts").ChatMessage} ChatMessage
 */

/**
 * What the bot reads of the message: its text, or that of the message it forwards.
 * @param {ChatMessage} message
 */
export function writtenText(message) {
  return message.text === "" ? (message.forwarded?.text ?? "") : message.text;
}

/**
 * @param {ChatMessage} message
 * @param {{ isMine: boolean, isGroup: boolean }} where
 * @param {{
 *   ask: (message: ChatMessage) => void,
 *   edit: (message: ChatMessage) => void,
 *   reply: (message: ChatMessage) => void,
 *   forward: (message: ChatMessage) => void,
 *   remove: (message: ChatMessage) => void,
 * }} hands
 * @returns {MenuItem[]}
 */
export function messageActions(message, { isMine, isGroup }, hands) {
  const text = writtenText(message);
  /** @type {(MenuItem | undefined)[]} */
  const items = [
    { icon: "reply", label: "Ответить", run: () => hands.reply(message) },
    message.isFromBot || text === ""
      ? undefined
      : { icon: "why", label: "Почему такой ответ", run: () => hands.ask(message) },
    isMine && message.text !== ""
      ? { icon: "edit", label: "Изменить", run: () => hands.edit(message) }
      : undefined,
    text === ""
      ? undefined
      : { icon: "copy", label: "Копировать текст", run: () => void copyText(text) },
    { icon: "forward", label: "Переслать…", run: () => hands.forward(message) },
    isMine && isGroup
      ? { icon: "close", label: "Удалить", run: () => hands.remove(message) }
      : undefined,
  ];
  return items.filter((item) => item !== undefined);
}
