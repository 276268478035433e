// @ts-check
// A short notice over the chat.
import { byId } from "./element.js";

const SHOW_MS = 6_000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * @param {string} text
 * @param {"plain" | "error"} kind
 */
export function toast(text, kind = "plain") {
  const box = byId("toast", HTMLDivElement);
  clearTimeout(timer);
  box.textContent = text;
  box.classList.toggle("error", kind === "error");
  box.hidden = false;
  timer = setTimeout(() => (box.hidden = true), SHOW_MS);
}
