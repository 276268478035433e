// @ts-check
// The list of chats: the last message of each, and how many are unread.
import { byId, clockTime, element } from "./element.js";
import { writtenText } from "./message-actions.js";

/**
 * @typedef {import("./chats.js").Chat} Chat
 * @typedef {import("./shapes.d.ts").ChatKind} ChatKind
 */

/** What stands there before the first message. */
const EMPTY = { private: "Нажмите «Начать»", group: "Пока нет сообщений" };

/** @param {(kind: ChatKind) => void} choose */
export function chatList(choose) {
  const rows = {
    private: byId("row-private", HTMLButtonElement),
    group: byId("row-group", HTMLButtonElement),
  };
  rows.private.addEventListener("click", () => choose("private"));
  rows.group.addEventListener("click", () => choose("group"));

  return {
    /**
     * @param {Chat} chat
     * @param {boolean} isCurrent
     */
    show: (chat, isCurrent) => {
      const row = rows[chat.kind];
      row.setAttribute("aria-current", String(isCurrent));
      const last = [...chat.messages.values()].at(-1);
      const author = last !== undefined && chat.kind === "group" ? `${authorOf(last)}: ` : "";
      const text = last === undefined ? EMPTY[chat.kind] : writtenText(last) || "Вложение";
      const time = last === undefined ? "" : clockTime(last.timestamp);
      row.querySelector("time")?.replaceChildren(time);
      row.querySelector(".last-text")?.replaceChildren(author + text);
      const unread = row.querySelector(".unread");
      const hint = element("span", "hidden-label", " новых сообщений");
      unread?.replaceChildren(...(chat.unread === 0 ? [] : [String(chat.unread), hint]));
    },
  };
}

/** @param {import("./shapes.d.ts").ChatMessage} message */
function authorOf({ isFromBot, sender }) {
  return isFromBot ? "Бот" : sender.name.split(" ")[0];
}
