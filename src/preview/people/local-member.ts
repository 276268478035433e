// A person in a group of the local MAX: writes, answers, mentions the bot and taps its buttons.
import { fullName, type User } from "../world/chats.ts";
import { tellOfGroup } from "./group-updates.ts";
import type { LocalMax } from "./local-max.ts";
import type { LocalUser } from "./local-user.ts";
import type { Content, Message } from "../world/message.ts";
import { tapUpdate } from "./tap-update.ts";
import { wireMessage } from "../world/to-wire.ts";
import {
  findButton,
  forwarded,
  linkTo,
  mentioning,
  photo,
  sticker,
  voice,
  written,
  type MentionMark,
} from "./user-content.ts";

export interface Writing {
  /** The message this one answers. */
  readonly replyTo?: string | undefined;
  /** Mentions the bot, marked this way. */
  readonly mention?: MentionMark | undefined;
}

export class LocalMember {
  /** The same human in his private chat with the bot. */
  readonly person: LocalUser;
  readonly #max: LocalMax;
  readonly #user: User;
  readonly #chatId: number;

  constructor(max: LocalMax, user: User, person: LocalUser, chatId: number) {
    this.#max = max;
    this.#user = user;
    this.#chatId = chatId;
    this.person = person;
  }

  get userId(): number {
    return this.#user.userId;
  }

  get name(): string {
    return fullName(this.#user);
  }

  /** Sends `text` as it is typed; returns the message id, as all senders below do. */
  say(text: string, { replyTo, mention }: Writing = {}): string {
    const { bot } = this.#max.world;
    const content = mention === undefined ? written(text) : mentioning(text, bot, mention);
    const link = replyTo === undefined ? undefined : linkTo("reply", this.#message(replyTo));
    return this.#send({ ...content, link });
  }

  reply(mid: string, text: string): string {
    return this.say(text, { replyTo: mid });
  }

  /** Sends `text` with the bot's `@nick` marked as a mention; without it in the text, it is put before. */
  mention(text: string, mark: MentionMark = "user_link"): string {
    return this.say(text, { mention: mark });
  }

  /** Forwards a message of any chat into the group; its buttons are dropped, as MAX does. */
  forward(mid: string): string {
    return this.#send(forwarded(this.#anyMessage(mid)));
  }

  sendPhoto(caption = ""): string {
    return this.#send(photo(caption));
  }

  sendSticker(): string {
    return this.#send(sticker);
  }

  /** A voice message; the update comes without its message, as in private chats. */
  sendVoice(): string {
    const { mid } = this.#max.world.addMessage(this.#chatId, this.userId, voice);
    tellOfGroup(this.#max, this.#chatId, "reader", "message_created", {});
    return mid;
  }

  edit(mid: string, text: string): void {
    const { world } = this.#max;
    const message = this.#own(mid);
    const edited = world.editMessage(message, { ...message, text, markup: [] });
    const fields = { message: wireMessage(world, edited) };
    tellOfGroup(this.#max, this.#chatId, "reader", "message_edited", fields);
  }

  /** Deletes his message for everybody. */
  remove(mid: string): void {
    this.#max.world.removeMessage(this.#own(mid));
    const fields = { message_id: mid, chat_id: this.#chatId, user_id: this.userId };
    tellOfGroup(this.#max, this.#chatId, "reader", "message_removed", fields);
  }

  /**
   * Taps the button of this payload, or of this text, under message `mid`; returns the callback id, and
   * undefined where the button needs no answer. Throws when there is no such button.
   */
  tap(mid: string, payloadOrText: string): string | undefined {
    const button = findButton(this.#message(mid).keyboard.flat(), payloadOrText);
    if (button.type === "message") this.say(button.text);
    return button.type === "callback" ? this.forgeTap(mid, button.payload) : undefined;
  }

  /** A tap with any payload, whatever buttons there are: an old keyboard, or a forged request. */
  forgeTap(mid: string, payload: string): string {
    const message = this.#message(mid);
    const callbackId = this.#max.openTap(message);
    const tap = { user: this.#user, message, callbackId, payload };
    const { update_type: updateType, ...fields } = tapUpdate(this.#max, tap);
    tellOfGroup(this.#max, this.#chatId, "admin", updateType, fields);
    return callbackId;
  }

  #send(content: Content): string {
    const { world } = this.#max;
    const message = world.addMessage(this.#chatId, this.userId, content);
    const fields = { message: wireMessage(world, message) };
    tellOfGroup(this.#max, this.#chatId, "reader", "message_created", fields);
    return message.mid;
  }

  #own(mid: string): Message {
    const message = this.#message(mid);
    if (message.senderId === this.userId) return message;
    throw new Error(`Message "${mid}" is not his own.`);
  }

  #message(mid: string): Message {
    const message = this.#anyMessage(mid);
    if (message.chatId === this.#chatId) return message;
    throw new Error(`There is no message "${mid}" in this chat.`);
  }

  #anyMessage(mid: string): Message {
    const message = this.#max.world.message(mid);
    if (message !== undefined) return message;
    throw new Error(`There is no message "${mid}".`);
  }
}
