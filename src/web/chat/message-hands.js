// @ts-check
// What the items of a message's menu do.
import { writtenText } from "./message-actions.js";

/**
 * @typedef {import("./shapes.d.ts").Action} Action
 * @typedef {import("./shapes.d.ts").ChatKind} ChatKind
 * @typedef {import("./shapes.d.ts").ChatMessage} ChatMessage
 */

/**
 * @param {{
 *   act: (action: Action) => Promise<boolean>,
 *   actIn: (action: Action, kind: ChatKind) => Promise<void>,
 *   ask: (message: ChatMessage, isOpening: boolean) => void,
 *   setAbout: (about: import("./about-message.js").About) => void,
 *   openForward: (parcel: import("./forward-to.js").Parcel) => void,
 * }} parts
 * @returns {Parameters<typeof import("./message-actions.js").messageActions>[2]}
 */
export function messageHands({ act, actIn, ask, setAbout, openForward }) {
  return {
    ask: (message) => ask(message, true),
    edit: (message) => setAbout({ kind: "edit", message }),
    reply: (message) => setAbout({ kind: "reply", message }),
    remove: ({ mid }) => void act({ kind: "remove", mid }),
    forward: (message) =>
      openForward({
        text: writtenText(message) || "Вложение",
        losesButtons: message.keyboard.length > 0,
        send: (kind) => void actIn({ kind: "forward", mid: message.mid }, kind),
      }),
  };
}
