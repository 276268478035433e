// @ts-check
// The list of chats: the last message of the one there is.
import { byId, clockTime } from "./element.js";

/** @param {import("./shapes.d.ts").ChatMessage | undefined} message */
export function showLast(message) {
  const time = message === undefined ? "" : clockTime(message.timestamp);
  const text = message === undefined ? "Нажмите «Начать»" : message.text || "Вложение";
  byId("last-time", HTMLTimeElement).textContent = time;
  byId("last-text", HTMLSpanElement).textContent = text;
}
