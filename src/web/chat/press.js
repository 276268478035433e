// @ts-check
// What happens when a button under a message is pressed.
import { copyText } from "./copy.js";
import { setWaiting } from "./keyboard.js";
import { toast } from "./toast.js";

/**
 * @typedef {import("./shapes.d.ts").Action} Action
 * @typedef {import("./shapes.d.ts").ChatMessage} ChatMessage
 * @typedef {import("./shapes.d.ts").WireButton} WireButton
 */

/**
 * @param {{
 *   act: (action: Action) => Promise<boolean>,
 *   follow: (address: string) => void,
 * }} hands
 */
export function buttonPresser({ act, follow }) {
  /**
   * @param {string} mid
   * @param {string} payload
   * @param {HTMLButtonElement} pressed
   */
  async function tap(mid, payload, pressed) {
    const item = pressed.closest("li");
    if (item === null) return;
    setWaiting(item, pressed);
    const isDone = await act({ kind: "tap", mid, payload });
    if (!isDone) setWaiting(item, undefined);
  }

  /**
   * @param {ChatMessage} message
   * @param {WireButton} button
   * @param {HTMLButtonElement} pressed
   */
  return async (message, button, pressed) => {
    switch (button.type) {
      case "callback":
        await tap(message.mid, button.payload, pressed);
        return;
      case "link":
        follow(button.url);
        return;
      case "clipboard":
        await copyText(button.payload);
        return;
      case "message":
        await act({ kind: "say", text: button.text });
        return;
      case "request_contact":
      case "request_geo_location":
      case "open_app":
        toast("В локальном MAX эта кнопка не работает.");
    }
  };
}
