// What the page knows: the bot, both chats, and where in them its visitor is.
import { computed, signal } from "@preact/signals";
import type { ChatMessage } from "../../preview/people/chat-message.ts";
import type { GroupView, Snapshot } from "../../preview/visitor/event-stream.ts";
import type { WireButton } from "../../preview/world/shapes.ts";
import type { Action } from "./connection.ts";

export type ChatKind = "private" | "group";

export interface Shown {
  readonly message: ChatMessage;
  /** How often it was changed since it came. */
  readonly revision: number;
}

export interface Chat {
  readonly kind: ChatKind;
  readonly chatId: number;
  readonly shown: readonly Shown[];
  readonly unread: number;
}

/** What is to be forwarded or shared, once a chat is chosen. */
export interface Parcel {
  readonly text: string;
  readonly losesButtons: boolean;
  readonly action: Action;
}

/** In the address while the class chat is on the screen, so that a reload stays there. */
const GROUP_HASH = "#class";

export const isOnline = signal(true);
/** Until the page is told of them, the bot and the class have these names. */
export const bot = signal<Snapshot["bot"]>({ userId: 0, name: "Бот", username: "" });
export const group = signal<GroupView>({ title: "Чат класса", people: [], bot: undefined });
export const commands = signal<Snapshot["commands"]>([]);
/** Whether the private chat was begun; undefined until the page is told. */
export const isOpen = signal<boolean | undefined>(undefined);
export const chats = signal<Readonly<Record<ChatKind, Chat>>>({
  private: chatOf("private", 0, []),
  group: chatOf("group", 0, []),
});
const shownKind = signal<ChatKind>(window.location.hash === GROUP_HASH ? "group" : "private");

/** The chat on the screen. */
export const chat = computed(() => chats.value[shownKind.value]);
export const isGroup = computed(() => shownKind.value === "group");
/** On a narrow screen: the list of chats is there in the place of the chat. */
export const isChoosing = signal(false);
/** Counts how often the whole chat was drawn anew: it is another one, or somebody else sees it. */
export const drawn = signal(0);
/** The message whose answer is explained. */
export const askedMid = signal<string | undefined>(undefined);
/** The button under way of each message that waits for the bot. */
export const pressed = signal<ReadonlyMap<string, WireButton>>(new Map());
export const parcel = signal<Parcel | undefined>(undefined);
export const isBotPanelOpen = signal(false);

const chosenSpeaker = signal<number | undefined>(undefined);

/** In whose name the visitor writes in the class chat. */
export const speakerId = computed(() => {
  const { people } = group.value;
  const chosen = people.find(({ userId }) => userId === chosenSpeaker.value);
  return (chosen ?? people[0])?.userId;
});

function chatOf(kind: ChatKind, chatId: number, messages: readonly ChatMessage[]): Chat {
  const shown = messages.map((message) => ({ message, revision: 0 }));
  return { kind, chatId, shown, unread: 0 };
}

export function load({ private: dialog, group: loaded }: Snapshot): void {
  chats.value = {
    private: chatOf("private", dialog.chatId, dialog.messages),
    group: chatOf("group", loaded.chatId, loaded.messages),
  };
}

export function kindOf(chatId: number): ChatKind {
  return chatId === chats.value.group.chatId ? "group" : "private";
}

/** Adds the message, or puts it in the place of its former state. */
export function put(kind: ChatKind, message: ChatMessage): void {
  const { shown, unread } = chats.value[kind];
  const old = shown.find((one) => one.message.mid === message.mid);
  const next = { message, revision: old === undefined ? 0 : old.revision + 1 };
  change(kind, {
    shown: old === undefined ? [...shown, next] : shown.map((one) => (one === old ? next : one)),
    unread: old === undefined && kind !== shownKind.value ? unread + 1 : unread,
  });
}

export function remove(kind: ChatKind, mid: string): void {
  change(kind, { shown: chats.value[kind].shown.filter(({ message }) => message.mid !== mid) });
}

/** Puts a chat on the screen. */
export function show(kind: ChatKind): void {
  shownKind.value = kind;
  isChoosing.value = false;
  // What was changed while one looked elsewhere is not shown to change.
  const shown = chats.value[kind].shown.map(({ message }) => ({ message, revision: 0 }));
  change(kind, { unread: 0, shown });
  drawAnew();
  const address = kind === "group" ? GROUP_HASH : window.location.pathname;
  window.history.replaceState(undefined, "", address);
}

export function speakAs(userId: number): void {
  chosenSpeaker.value = userId;
  drawAnew();
}

function drawAnew(): void {
  drawn.value += 1;
  askedMid.value = undefined;
  pressed.value = new Map();
}

function change(kind: ChatKind, changes: Partial<Chat>): void {
  chats.value = { ...chats.value, [kind]: { ...chats.value[kind], ...changes } };
}

export function isMine({ sender, isFromBot }: ChatMessage): boolean {
  return isGroup.value ? sender.userId === speakerId.value : !isFromBot;
}

/** What the bot reads of the message: its text, or that of the message it forwards. */
export function writtenText({ text, forwarded }: ChatMessage): string {
  return text === "" ? (forwarded?.text ?? "") : text;
}

/** Undefined where it is over. */
export function setPressed(mid: string, button: WireButton | undefined): void {
  const others = [...pressed.value].filter(([other]) => other !== mid);
  pressed.value = new Map(button === undefined ? others : [...others, [mid, button]]);
}
