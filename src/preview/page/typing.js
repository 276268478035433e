// @ts-check
// "Печатает…": comes with the action of the bot, goes with its message or by itself.
import { byId } from "./element.js";

/** MAX shows the action of a bot about this long. */
const SHOW_MS = 6_000;

/** @param {() => void} onShow */
export function typingIndicator(onShow) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @param {boolean} isTyping */
  return function show(isTyping) {
    clearTimeout(timer);
    byId("typing", HTMLDivElement).hidden = !isTyping;
    byId("status", HTMLSpanElement).textContent = isTyping ? "печатает…" : "бот";
    if (!isTyping) return;
    timer = setTimeout(() => show(false), SHOW_MS);
    onShow();
  };
}
