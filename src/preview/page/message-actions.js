// @ts-check
// What can be done with one message of the chat.
import { copyText } from "./copy.js";

/**
 * @typedef {import("./menu.js").MenuItem} MenuItem
 * @typedef {import("./shapes.d.ts").Action} Action
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
 * @param {{
 *   act: (action: Action) => Promise<boolean>,
 *   ask: (message: ChatMessage, isOpening: boolean) => void,
 *   edit: (message: ChatMessage) => void,
 * }} hands
 * @returns {MenuItem[]}
 */
export function messageActions(message, { act, ask, edit }) {
  const text = writtenText(message);
  const isOwn = !message.isFromBot;
  /** @type {MenuItem[]} */
  const items = [];
  if (isOwn && text !== "") {
    items.push({ icon: "why", label: "Почему такой ответ", run: () => ask(message, true) });
  }
  if (isOwn && message.text !== "") {
    items.push({ icon: "edit", label: "Изменить", run: () => edit(message) });
  }
  if (text !== "") {
    items.push({ icon: "copy", label: "Копировать текст", run: () => void copyText(text) });
  }
  const forward = () => void act({ kind: "forward-message", mid: message.mid });
  return [...items, { icon: "forward", label: "Переслать боту", run: forward }];
}
