// @ts-check
// What the page does with each thing it is told.
import { takeStartPayload } from "./deep-link.js";
import { byId } from "./element.js";
import { toast } from "./toast.js";

/**
 * @typedef {import("./chats.js").Chat} Chat
 * @typedef {import("./shapes.d.ts").ChatKind} ChatKind
 * @typedef {import("./shapes.d.ts").ChatMessage} ChatMessage
 * @typedef {import("./shapes.d.ts").GroupView} GroupView
 * @typedef {import("./shapes.d.ts").Snapshot} Snapshot
 * @typedef {{
 *   bot: Snapshot["bot"],
 *   commands: Snapshot["commands"],
 *   groupBot: GroupView["bot"],
 * }} Knowledge
 */

/**
 * What the page knows of the bot before it is told.
 * @returns {Knowledge}
 */
export function emptyKnowledge() {
  return { bot: { userId: 0, name: "", username: "" }, commands: [], groupBot: undefined };
}

/**
 * @param {{
 *   chats: ReturnType<typeof import("./chats.js").chatStore>,
 *   known: Knowledge,
 *   view: ReturnType<typeof import("./chat-view.js").chatView>,
 *   log: ReturnType<typeof import("./log.js").messageLog>,
 *   list: ReturnType<typeof import("./chat-list.js").chatList>,
 *   panel: ReturnType<typeof import("./bot-panel.js").botPanel>,
 *   speaker: ReturnType<typeof import("./speaker.js").speakerChoice>,
 *   waiting: ReturnType<typeof import("./patience.js").patience>,
 *   showTyping: (isTyping: boolean) => void,
 *   ask: (message: ChatMessage) => void,
 *   forget: () => void,
 *   select: (kind: ChatKind) => void,
 *   start: (payload: string) => void,
 * }} parts
 */
export function eventHandler(parts) {
  const { chats, known, view, log, list, panel, speaker, waiting, showTyping } = parts;

  /** @param {Chat} chat */
  function showInList(chat) {
    list.show(chat, chat === chats.current());
    const elsewhere = chats.get(chats.current().kind === "group" ? "private" : "group");
    byId("elsewhere", HTMLSpanElement).hidden = elsewhere.unread === 0;
  }

  function botIsDone() {
    waiting.stop();
    showTyping(false);
    log.release();
  }

  /** In a group most messages are not. @param {Chat} chat @param {ChatMessage} message */
  function isForBot({ kind }, { text }) {
    return (
      kind === "private" || text.toLowerCase().includes(`@${known.bot.username.toLowerCase()}`)
    );
  }

  /** @param {Chat} chat @param {ChatMessage} message */
  function onMessage(chat, message) {
    chats.put(chat, message);
    if (message.isFromBot) botIsDone();
    if (chat === chats.current()) {
      log.show(message);
      view.show(chat);
    }
    if (!message.isFromBot && isForBot(chat, message)) parts.ask(message);
    showInList(chat);
  }

  /** @param {Chat} chat @param {string} mid */
  function onRemoved(chat, mid) {
    chat.messages.delete(mid);
    if (chat === chats.current()) log.remove(mid);
    showInList(chat);
  }

  /** @param {GroupView} group */
  function onGroup(group) {
    known.groupBot = group.bot;
    speaker.setPeople(group.people);
    panel.show(group.bot);
    view.setGroup(group, chats.get("group").chatId);
  }

  /** @param {Snapshot} snapshot */
  function onSnapshot(snapshot) {
    Object.assign(known, { bot: snapshot.bot, commands: snapshot.commands });
    chats.load(snapshot);
    view.setBot(snapshot.bot);
    view.setOpen(snapshot.private.isOpen);
    onGroup(snapshot.group);
    parts.forget();
    // Before the selection, which writes the address anew.
    const payload = takeStartPayload();
    parts.select(chats.current().kind);
    const asked = snapshot.private.messages.findLast((message) => !message.isFromBot);
    if (asked !== undefined) parts.ask(asked);
    if (payload !== undefined) parts.start(payload);
  }

  /** @param {string} event @param {any} data */
  return function onEvent(event, data) {
    switch (event) {
      case "online":
        byId("offline", HTMLParagraphElement).hidden = data;
        return;
      case "snapshot":
        onSnapshot(data);
        return;
      case "message":
        onMessage(chats.find(data.chatId), data.message);
        return;
      case "removed":
        onRemoved(chats.find(data.chatId), data.mid);
        return;
      case "opened":
        view.setOpen(data.isOpen);
        view.show(chats.current());
        return;
      case "group":
        onGroup(data);
        view.show(chats.current());
        return;
      case "typing":
        waiting.start();
        if (chats.find(data.chatId) === chats.current()) showTyping(true);
        return;
      case "answered":
        waiting.stop();
        log.release();
        if (data.notification !== undefined) toast(data.notification);
        return;
      case "commands":
        known.commands = data;
    }
  };
}
