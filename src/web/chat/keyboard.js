// @ts-check
// The buttons under a message: equal widths in a row, long titles cut, as MAX does.
import { element, icon } from "./element.js";

/**
 * @typedef {import("./shapes.d.ts").Keyboard} Keyboard
 * @typedef {import("./shapes.d.ts").WireButton} WireButton
 */

/**
 * @param {Keyboard} rows
 * @param {(button: WireButton, pressed: HTMLButtonElement) => void} press
 */
export function keyboard(rows, press) {
  const made = element("div", "keyboard");
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", "Кнопки под сообщением");
  for (const row of rows) {
    made.append(element("div", "keyboard-row", ...row.map((button) => key(button, press))));
  }
  return made;
}

/**
 * @param {WireButton} button
 * @param {(button: WireButton, pressed: HTMLButtonElement) => void} press
 */
function key(button, press) {
  const mark = markOf(button);
  const made = element("button", "key", element("span", "key-text", button.text), mark);
  made.type = "button";
  made.title = button.type === "link" ? `${button.text}\n${button.url}` : button.text;
  made.addEventListener("click", () => {
    // Not `disabled`: the button would lose the focus, and with it the place in the chat.
    if (made.getAttribute("aria-disabled") !== "true") press(button, made);
  });
  return made;
}

/** @param {WireButton} button */
function markOf(button) {
  if (button.type === "link") return icon("link");
  return button.type === "clipboard" ? icon("copy") : undefined;
}

/**
 * All buttons of the message wait, or can be pressed again.
 * @param {HTMLElement} message
 * @param {HTMLButtonElement | undefined} pressed the one under way; undefined when it is over
 */
export function setWaiting(message, pressed) {
  for (const button of message.querySelectorAll(".key")) {
    button.classList.toggle("waiting", button === pressed);
    if (pressed === undefined) button.removeAttribute("aria-disabled");
    else button.setAttribute("aria-disabled", "true");
  }
}
