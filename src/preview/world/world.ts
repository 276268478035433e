// Everything the local MAX remembers: users, chats, messages and files, in memory only.
import type { Chat, Dialog, Group, Membership, User } from "./chats.ts";
import type { Clock } from "./clock.ts";
import { messageId, type Content, type Message } from "./message.ts";
import { Uploads } from "./uploads.ts";

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
  /** Who is in the group, or what the bot may do there. */
  | { readonly kind: "group"; readonly chatId: number }
  | {
      readonly kind: "answered";
      readonly chatId: number;
      readonly notification: string | undefined;
    }
  | { readonly kind: "commands" };

const BOT_ID = 277_639_678;
const FIRST_USER_ID = 212_843_158;
const FIRST_CHAT_ID = 472_107_880;
const FIRST_GROUP_ID = -70_801_090_403_050;

export class World {
  readonly bot: User;
  readonly uploads: Uploads;
  #commands: readonly BotCommand[] = [];
  readonly #clock: Clock;
  readonly #users = new Map<number, User>();
  readonly #dialogs = new Map<number, Dialog>();
  readonly #groups = new Map<number, Group>();
  readonly #openDialogs = new Set<number>();
  readonly #messages = new Map<string, Message>();
  /** By chat, of removed messages too. */
  readonly #mids = new Map<number, Set<string>>();
  readonly #listeners = new Set<(change: Change) => void>();
  #ordinal = 0;

  constructor(clock: Clock, bot: { readonly name: string; readonly username: string }) {
    this.#clock = clock;
    this.uploads = new Uploads(clock);
    const { name: firstName, username } = bot;
    this.bot = { userId: BOT_ID, firstName, lastName: "", username, isBot: true };
    this.#users.set(BOT_ID, this.bot);
  }

  get commands(): readonly BotCommand[] {
    return this.#commands;
  }

  set commands(commands: readonly BotCommand[]) {
    this.#commands = commands;
    this.tell({ kind: "commands" });
  }

  /** A new person with a private chat that is not open yet. */
  addUser(names: { readonly firstName: string; readonly lastName: string }): {
    readonly user: User;
    readonly chat: Dialog;
  } {
    const index = this.#users.size - 1;
    const user = { ...names, userId: FIRST_USER_ID + index, username: undefined, isBot: false };
    const chat: Dialog = { kind: "dialog", chatId: FIRST_CHAT_ID + index, userId: user.userId };
    this.#users.set(user.userId, user);
    this.#dialogs.set(chat.chatId, chat);
    return { user, chat };
  }

  /** A new group, without the bot. */
  addGroup(title: string, members: readonly Membership[]): Group {
    const chatId = FIRST_GROUP_ID - this.#groups.size;
    const group: Group = { kind: "group", chatId, title, members, bot: undefined };
    this.#groups.set(chatId, group);
    return group;
  }

  /** Who is in the group, or what the bot may do there, is different from now on. */
  changeGroup(chatId: number, change: Partial<Pick<Group, "members" | "bot">>): void {
    const group = this.#groups.get(chatId);
    if (group === undefined) return;
    this.#groups.set(chatId, { ...group, ...change });
    this.tell({ kind: "group", chatId });
  }

  user(userId: number): User | undefined {
    return this.#users.get(userId);
  }

  chat(chatId: number): Chat | undefined {
    return this.#dialogs.get(chatId) ?? this.#groups.get(chatId);
  }

  group(chatId: number): Group | undefined {
    return this.#groups.get(chatId);
  }

  dialogOf(userId: number): Dialog | undefined {
    return [...this.#dialogs.values()].find((dialog) => dialog.userId === userId);
  }

  /** Whether the bot may write there: it is in the group, or the person started it and did not stop it. */
  isOpen(chatId: number): boolean {
    return this.#openDialogs.has(chatId) || this.#groups.get(chatId)?.bot !== undefined;
  }

  /** Opens or closes a private chat. */
  setOpen(chatId: number, isOpen: boolean): void {
    if (isOpen === this.isOpen(chatId)) return;
    if (isOpen) this.#openDialogs.add(chatId);
    else this.#openDialogs.delete(chatId);
    this.tell({ kind: "opened", chatId, isOpen });
  }

  addMessage(chatId: number, senderId: number, content: Content): Message {
    this.#ordinal += 1;
    const timestamp = this.#clock.now();
    const id = messageId(chatId, timestamp, this.#ordinal);
    const message = { ...content, ...id, chatId, senderId, timestamp, isEdited: false };
    this.#messages.set(id.mid, message);
    this.#mids.set(chatId, (this.#mids.get(chatId) ?? new Set()).add(id.mid));
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
    return [...(this.#mids.get(chatId) ?? [])].flatMap((mid) => this.#messages.get(mid) ?? []);
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
