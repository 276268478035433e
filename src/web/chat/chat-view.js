// @ts-check
// Everything around the messages of the chat on the screen: title, welcome, and what belongs below.
import { avatar, botAvatar } from "./avatar.js";
import { byId, counted } from "./element.js";

/**
 * @typedef {import("./chats.js").Chat} Chat
 * @typedef {import("./shapes.d.ts").GroupView} GroupView
 */

const EMPTY_GROUP = { title: "", people: [], bot: undefined };
const PEOPLE = /** @type {const} */ (["участник", "участника", "участников"]);

export function chatView() {
  let botName = "";
  let isOpen = false;
  /** @type {GroupView} */
  let group = EMPTY_GROUP;

  /** @param {Chat} chat what stands under its title when nobody types */
  function status({ kind }) {
    if (kind === "private") return "бот";
    const people = counted(group.people.length, PEOPLE);
    if (group.bot === undefined) return `бота нет · ${people}`;
    return `${group.bot.canRead ? "бот в чате" : "бот не видит сообщений"} · ${people}`;
  }

  return {
    status,
    /** @param {{ readonly name: string, readonly username: string }} bot */
    setBot: ({ name, username }) => {
      botName = name;
      for (const place of document.querySelectorAll("[data-bot-name]")) place.textContent = name;
      byId("nick", HTMLParagraphElement).textContent = `@${username}`;
      document.title = `${name} — локальный MAX`;
    },
    /** @param {GroupView} view @param {number} chatId */
    setGroup: (view, chatId) => {
      group = view;
      for (const place of document.querySelectorAll("[data-group-title]")) {
        place.textContent = view.title;
      }
      byId("group-avatar", HTMLSpanElement).replaceChildren(avatar(chatId, view.title));
    },
    /** @param {boolean} isStarted whether the private chat was opened */
    setOpen: (isStarted) => {
      isOpen = isStarted;
    },
    /** @param {Chat} chat */
    show: (chat) => {
      const isGroup = chat.kind === "group";
      const picture = isGroup ? avatar(chat.chatId, group.title) : botAvatar();
      byId("head-avatar", HTMLSpanElement).replaceChildren(picture);
      byId("chat-title", HTMLHeadingElement).textContent = isGroup ? group.title : botName;
      byId("status", HTMLSpanElement).textContent = status(chat);
      byId("bot-here", HTMLButtonElement).hidden = !isGroup;
      byId("speaker-row", HTMLDivElement).hidden = !isGroup;
      byId("start", HTMLButtonElement).hidden = isGroup || isOpen;
      byId("composer", HTMLFormElement).hidden = !isGroup && !isOpen;
      byId("welcome", HTMLElement).hidden = isGroup || chat.messages.size > 0;
      byId("class-welcome", HTMLElement).hidden =
        !isGroup || chat.messages.size > 0 || group.bot !== undefined;
      byId("log", HTMLOListElement).classList.toggle("group", isGroup);
    },
  };
}
