// @ts-check
// The field at the bottom: writes, answers, edits, and grows with the text.
import { aboutStrip } from "./about-message.js";
import { byId } from "./element.js";
import { suggestionList } from "./suggestions.js";

/**
 * @typedef {import("./about-message.js").About} About
 * @typedef {import("./shapes.d.ts").Command} Command
 * @typedef {import("./shapes.d.ts").ChatMessage} ChatMessage
 * @typedef {import("./suggestions.js").Suggestion} Suggestion
 * @typedef {{ text: string, replyTo?: string | undefined, isMention: boolean }} Written
 */

/**
 * @param {{
 *   say: (written: Written) => void,
 *   edit: (mid: string, text: string) => void,
 *   lastOwnText: () => ChatMessage | undefined,
 *   suggest: (beforeCaret: string) => readonly Suggestion[],
 * }} hands
 */
export function composer(hands) {
  const form = byId("composer", HTMLFormElement);
  const field = byId("text", HTMLTextAreaElement);
  const suggestions = suggestionList(take);
  const showAbout = aboutStrip(() => setAbout(undefined));
  /** @type {About | undefined} */
  let about;
  /** The nick that was chosen from the suggestions: only such a one is marked as a mention. */
  let mentioned = "";

  function fit() {
    field.style.height = "auto";
    // While it is hidden it has no height to go by.
    if (field.scrollHeight > 0) field.style.height = `${field.scrollHeight}px`;
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

  /** A command is sent at once, a nick is written into the text. @param {string} text */
  function take(text) {
    if (!text.startsWith("@")) {
      hands.say({ text, isMention: false });
      setText("");
      return;
    }
    const caret = field.selectionStart;
    const before = field.value.slice(0, caret).replace(/@\S*$/u, `${text} `);
    setText(before + field.value.slice(caret));
    field.setSelectionRange(before.length, before.length);
    mentioned = text;
  }

  /** @param {About | undefined} next */
  function setAbout(next) {
    const wasEdit = about?.kind === "edit";
    about = next;
    showAbout(next);
    if (next?.kind === "edit") setText(next.message.text);
    else setText(wasEdit ? "" : field.value);
  }

  function submit() {
    const text = field.value.trim();
    if (text === "") return;
    suggestions.close();
    if (about?.kind !== "edit") {
      const isMention = mentioned !== "" && text.includes(mentioned);
      hands.say({ text, replyTo: about?.message.mid, isMention });
    } else if (text !== about.message.text) hands.edit(about.message.mid, text);
    mentioned = "";
    setAbout(undefined);
    setText("");
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.isComposing) return;
    if (suggestions.takesKey(event)) event.preventDefault();
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && about !== undefined) setAbout(undefined);
    else if (event.key === "ArrowUp" && field.value === "" && about === undefined) {
      const message = hands.lastOwnText();
      if (message === undefined) return;
      event.preventDefault();
      setAbout({ kind: "edit", message });
    }
  }

  field.addEventListener("input", () => {
    fit();
    const before = field.value.slice(0, field.selectionStart);
    suggestions.offer(about?.kind === "edit" ? [] : hands.suggest(before));
  });
  field.addEventListener("keydown", onKey);
  field.addEventListener("blur", () => suggestions.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });

  return {
    setAbout,
    focus: () => field.focus(),
    /** Another speaker cannot go on changing somebody's message. */
    cancelAbout: () => {
      if (about?.kind === "edit") field.value = "";
      about = undefined;
      showAbout(undefined);
      fit();
    },
    /** Another chat: what was begun does not belong there. */
    clear: () => {
      mentioned = "";
      about = undefined;
      showAbout(undefined);
      field.value = "";
      fit();
    },
  };
}
