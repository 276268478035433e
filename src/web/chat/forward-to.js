// @ts-check
// Asks which chat a message, or a text from a "send to MAX" link, is to go to.
import { byId } from "./element.js";

/** @typedef {import("./shapes.d.ts").ChatKind} ChatKind */

/**
 * @typedef {{
 *   text: string,
 *   losesButtons: boolean,
 *   send: (kind: ChatKind) => void,
 * }} Parcel
 */

export function forwardTo() {
  const dialog = byId("forward-to", HTMLDialogElement);
  /** @type {Parcel | undefined} */
  let parcel;

  dialog.addEventListener("close", () => {
    const kind = dialog.returnValue;
    if (kind === "private" || kind === "group") parcel?.send(kind);
    parcel = undefined;
  });

  /** @param {Parcel} what */
  return function open(what) {
    parcel = what;
    byId("forward-to-text", HTMLQuoteElement).textContent = what.text;
    byId("forward-to-hint", HTMLParagraphElement).hidden = !what.losesButtons;
    dialog.returnValue = "";
    dialog.showModal();
  };
}
