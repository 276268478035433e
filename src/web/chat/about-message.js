// @ts-check
// The strip over the field: which message is being changed, or answered.
import { byId, icon } from "./element.js";
import { writtenText } from "./message-actions.js";

/**
 * @typedef {import("./shapes.d.ts").ChatMessage} ChatMessage
 * @typedef {{ kind: "edit" | "reply", message: ChatMessage }} About
 */

/** @param {() => void} onCancel */
export function aboutStrip(onCancel) {
  const strip = byId("about", HTMLDivElement);
  const cancel = byId("cancel-about", HTMLButtonElement);
  cancel.addEventListener("click", onCancel);

  /** @param {About | undefined} about */
  return function show(about) {
    strip.hidden = about === undefined;
    if (about === undefined) return;
    const { kind, message } = about;
    byId("about-icon", HTMLSpanElement).replaceChildren(icon(kind));
    const answered = `${message.sender.name}: ${writtenText(message) || "вложение"}`;
    const text = kind === "edit" ? "Изменение сообщения" : `Ответ — ${answered}`;
    byId("about-text", HTMLSpanElement).textContent = text;
  };
}
