// @ts-check
// "Печатает…": comes with the action of the bot, goes with its message or by itself.
import { byId } from "./element.js";

/** MAX shows the action of a bot about this long. */
const SHOW_MS = 6_000;

/**
 * @param {() => void} onShow
 * @param {() => string} idleText what stands under the title of the chat when nobody types
 */
export function typingIndicator(onShow, idleText) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @param {boolean} isTyping */
  return function show(isTyping) {
    clearTimeout(timer);
    byId("typing", HTMLDivElement).hidden = !isTyping;
    byId("status", HTMLSpanElement).textContent = isTyping ? "бот печатает…" : idleText();
    if (!isTyping) return;
    timer = setTimeout(() => show(false), SHOW_MS);
    onShow();
  };
}
