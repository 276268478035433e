// Everything the local MAX remembers: users, chats and messages, in memory only.
import type { Clock } from "./clock.ts";
import type { Content, Message } from "./message.ts";
import { messageId } from "./message-id.ts";

export interface User {
  readonly userId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string | undefined;
  readonly isBot: boolean;
}

/** `dialog` is a private chat of one person and the bot; `chat` a group, which nothing creates yet. */
export interface Chat {
  readonly chatId: number;
  readonly type: "dialog" | "chat";
  readonly memberIds: readonly number[];
  /** Rights of the bot as administrator; undefined when it is none. */
  readonly botPermissions: readonly string[] | undefined;
}

export interface BotCommand {
  readonly name: string;
  readonly description?: string | undefined;
}

/** What a person looking at a chat would notice. */
export type Change =
  | { readonly kind: "message"; readonly chatId: number; readonly message: Message }
  | { readonly kind: "removed"; readonly chatId: number; readonly mid: string }
  | { readonly kind: "typing"; readonly chatId: number }
  | { readonly kind: "opened"; readonly chatId: number; readonly isOpen: boolean }
  | {
      readonly kind: "answered";
      readonly chatId: number;
      readonly notification: string | undefined;
    }
  | { readonly kind: "commands" };

const BOT_ID = 277_639_678;
const FIRST_USER_ID = 212_843_158;
const FIRST_CHAT_ID = 472_107_880;

export class World {
  readonly bot: User;
  #commands: readonly BotCommand[] = [];
  readonly #clock: Clock;
  readonly #users = new Map<number, User>();
  readonly #chats = new Map<number, Chat>();
  readonly #openChats = new Set<number>();
  readonly #messages = new Map<string, Message>();
  readonly #listeners = new Set<(change: Change) => void>();
  #ordinal = 0;

  constructor(clock: Clock, bot: { readonly name: string; readonly username: string }) {
    this.#clock = clock;
    this.bot = {
      userId: BOT_ID,
      firstName: bot.name,
      lastName: "",
      username: bot.username,
      isBot: true,
    };
    this.#users.set(BOT_ID, this.bot);
  }

  get commands(): readonly BotCommand[] {
    return this.#commands;
  }

  set commands(commands: readonly BotCommand[]) {
    this.#commands = commands;
    this.tell({ kind: "commands" });
  }

  /** A new person with a private chat that he has not opened yet. */
  addUser(names: { readonly firstName: string; readonly lastName: string }): {
    readonly user: User;
    readonly chat: Chat;
  } {
    const index = this.#users.size - 1;
    const user = { ...names, userId: FIRST_USER_ID + index, username: undefined, isBot: false };
    const chat: Chat = {
      chatId: FIRST_CHAT_ID + index,
      type: "dialog",
      memberIds: [user.userId, this.bot.userId],
      botPermissions: undefined,
    };
    this.#users.set(user.userId, user);
    this.#chats.set(chat.chatId, chat);
    return { user, chat };
  }

  user(userId: number): User | undefined {
    return this.#users.get(userId);
  }

  chat(chatId: number): Chat | undefined {
    return this.#chats.get(chatId);
  }

  dialogOf(userId: number): Chat | undefined {
    return [...this.#chats.values()].find(
      (chat) => chat.type === "dialog" && userId !== BOT_ID && chat.memberIds.includes(userId),
    );
  }

  /** Whether the bot may write there: somebody started it and did not stop it. */
  isOpen(chatId: number): boolean {
    return this.#openChats.has(chatId);
  }

  setOpen(chatId: number, isOpen: boolean): void {
    if (isOpen === this.isOpen(chatId)) return;
    if (isOpen) this.#openChats.add(chatId);
    else this.#openChats.delete(chatId);
    this.tell({ kind: "opened", chatId, isOpen });
  }

  addMessage(chatId: number, senderId: number, content: Content): Message {
    this.#ordinal += 1;
    const timestamp = this.#clock.now();
    const id = messageId(chatId, timestamp, this.#ordinal);
    const message = { ...content, ...id, chatId, senderId, timestamp, isEdited: false };
    this.#messages.set(id.mid, message);
    this.tell({ kind: "message", chatId, message });
    return message;
  }

  editMessage(message: Message, content: Content): Message {
    const edited = { ...message, ...content, isEdited: true };
    this.#messages.set(message.mid, edited);
    this.tell({ kind: "message", chatId: message.chatId, message: edited });
    return edited;
  }

  removeMessage(message: Message): void {
    this.#messages.delete(message.mid);
    this.tell({ kind: "removed", chatId: message.chatId, mid: message.mid });
  }

  message(mid: string): Message | undefined {
    return this.#messages.get(mid);
  }

  /** Oldest first. */
  messagesIn(chatId: number): readonly Message[] {
    return [...this.#messages.values()].filter((message) => message.chatId === chatId);
  }

  /** Calls `listener` on every change; returns what ends that. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}
