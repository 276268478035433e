// @ts-check
// Asks for the text of a message to forward to the bot.
import { byId } from "./element.js";

/** @param {(text: string) => void} send */
export function askForwardText(send) {
  const dialog = byId("forward", HTMLDialogElement);
  const field = byId("forward-text", HTMLTextAreaElement);
  field.value = "";
  dialog.returnValue = "cancel";
  dialog.addEventListener(
    "close",
    () => {
      const text = field.value.trim();
      if (dialog.returnValue === "send" && text !== "") send(text);
    },
    { once: true },
  );
  dialog.showModal();
  field.focus();
}
