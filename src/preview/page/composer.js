// @ts-check
// The field at the bottom: writes, edits, and grows with the text.
import { commandMenu } from "./commands.js";
import { byId } from "./element.js";

/** @typedef {import("./shapes.d.ts").ChatMessage} ChatMessage */

/**
 * @param {{
 *   say: (text: string) => void,
 *   edit: (mid: string, text: string) => void,
 *   lastOwnText: () => ChatMessage | undefined,
 * }} hands
 */
export function composer(hands) {
  const form = byId("composer", HTMLFormElement);
  const field = byId("text", HTMLTextAreaElement);
  const commands = commandMenu((command) => {
    hands.say(command);
    setText("");
  });
  /** @type {ChatMessage | undefined} */
  let edited;

  function fit() {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    const isEmpty = field.value.trim() === "";
    byId("send", HTMLButtonElement).hidden = isEmpty;
    byId("voice", HTMLButtonElement).hidden = !isEmpty;
  }

  /** @param {string} text */
  function setText(text) {
    field.value = text;
    fit();
    field.focus();
  }

  /** @param {ChatMessage | undefined} message */
  function setEdited(message) {
    edited = message;
    byId("editing", HTMLDivElement).hidden = message === undefined;
    setText(message?.text ?? "");
  }

  function submit() {
    const text = field.value.trim();
    if (text === "") return;
    commands.close();
    if (edited === undefined) hands.say(text);
    else if (text !== edited.text) hands.edit(edited.mid, text);
    setEdited(undefined);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.isComposing) return;
    if (commands.takesKey(event)) event.preventDefault();
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && edited !== undefined) setEdited(undefined);
    else if (event.key === "ArrowUp" && field.value === "" && edited === undefined) {
      const last = hands.lastOwnText();
      if (last === undefined) return;
      event.preventDefault();
      setEdited(last);
    }
  }

  field.addEventListener("input", () => {
    fit();
    if (edited === undefined) commands.update(field.value);
  });
  field.addEventListener("keydown", onKey);
  field.addEventListener("blur", () => commands.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  byId("cancel-edit", HTMLButtonElement).addEventListener("click", () => setEdited(undefined));

  return { setCommands: commands.set, startEdit: setEdited, focus: () => field.focus() };
}
