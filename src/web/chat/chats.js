// @ts-check
// Both chats as the page knows them, and which of them is on the screen.

/**
 * @typedef {import("./shapes.d.ts").ChatKind} ChatKind
 * @typedef {import("./shapes.d.ts").ChatMessage} ChatMessage
 * @typedef {import("./shapes.d.ts").Snapshot} Snapshot
 * @typedef {{
 *   readonly kind: ChatKind,
 *   readonly chatId: number,
 *   readonly messages: Map<string, ChatMessage>,
 *   unread: number,
 * }} Chat
 */

/** In the address while the class chat is on the screen, so that a reload stays there. */
const GROUP_HASH = "#class";

/**
 * @param {ChatKind} kind
 * @param {number} chatId
 * @param {readonly ChatMessage[]} messages
 * @returns {Chat}
 */
function chatOf(kind, chatId, messages) {
  const byMid = new Map(messages.map((message) => [message.mid, message]));
  return { kind, chatId, messages: byMid, unread: 0 };
}

export function chatStore() {
  /** @type {ChatKind} */
  let shown = window.location.hash === GROUP_HASH ? "group" : "private";
  let chats = { private: chatOf("private", 0, []), group: chatOf("group", 0, []) };

  return {
    current: () => chats[shown],
    /** @param {ChatKind} kind */
    get: (kind) => chats[kind],
    /** @param {number} chatId */
    find: (chatId) => (chatId === chats.group.chatId ? chats.group : chats.private),
    /** @param {Snapshot} snapshot */
    load: ({ private: dialog, group }) => {
      chats = {
        private: chatOf("private", dialog.chatId, dialog.messages),
        group: chatOf("group", group.chatId, group.messages),
      };
    },
    /** @param {ChatKind} kind */
    select: (kind) => {
      shown = kind;
      chats[kind].unread = 0;
      const address = kind === "group" ? GROUP_HASH : window.location.pathname;
      window.history.replaceState(undefined, "", address);
    },
    /**
     * @param {Chat} chat
     * @param {ChatMessage} message
     */
    put: (chat, message) => {
      if (!chat.messages.has(message.mid) && chat.kind !== shown) chat.unread += 1;
      chat.messages.set(message.mid, message);
    },
  };
}
