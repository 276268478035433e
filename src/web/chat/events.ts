// What the page does with each thing it is told.
import type { ChatMessage } from "../../preview/people/chat-message.ts";
import { select, start } from "./acting.ts";
import type { Listeners } from "./connection.ts";
import { takeStartPayload } from "./max-link.ts";
import * as state from "./state.ts";
import { showToast } from "../shared/parts/toast.tsx";
import { botIsDone, expectBot, showTyping, stopExpecting } from "./waiting.ts";
import { ask, forget } from "./why-panel.tsx";

export const listeners: Listeners = {
  online: (isOnline) => {
    state.isOnline.value = isOnline;
  },
  snapshot: (snapshot) => {
    state.bot.value = snapshot.bot;
    state.commands.value = snapshot.commands;
    state.load(snapshot);
    state.isOpen.value = snapshot.private.isOpen;
    state.group.value = snapshot.group;
    forget();
    // Before the selection, which writes the address anew.
    const payload = takeStartPayload();
    select(state.chat.value.kind);
    const asked = snapshot.private.messages.findLast(({ isFromBot }) => !isFromBot);
    if (asked !== undefined) void ask(asked);
    if (payload !== undefined) start(payload);
  },
  message: ({ chatId, message }) => {
    const kind = state.kindOf(chatId);
    if (message.isFromBot) botIsDone();
    state.put(kind, message);
    if (!message.isFromBot && isForBot(kind, message)) void ask(message);
  },
  removed: ({ chatId, mid }) => state.remove(state.kindOf(chatId), mid),
  opened: ({ isOpen }) => {
    state.isOpen.value = isOpen;
  },
  group: (group) => {
    state.group.value = group;
  },
  typing: ({ chatId }) => {
    expectBot();
    if (state.kindOf(chatId) === state.chat.value.kind) showTyping(true);
  },
  answered: ({ notification }) => {
    stopExpecting();
    state.pressed.value = new Map();
    if (notification !== undefined) showToast({ text: notification });
  },
  commands: (commands) => {
    state.commands.value = commands;
  },
};

/** In a group most messages are not. */
function isForBot(kind: state.ChatKind, { text }: ChatMessage): boolean {
  const nick = state.bot.value.username.toLowerCase();
  return kind === "private" || text.toLowerCase().includes(`@${nick}`);
}
