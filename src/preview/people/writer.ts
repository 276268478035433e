// What anybody can do in a chat of the local MAX, private or of a group, with a phone in the hand.
import { fullName, type User } from "../world/chats.ts";
import type { Exchange, Need, UpdateFields } from "../world/exchange.ts";
import { linkTo, type Content, type Message } from "../world/message.ts";
import type { WireMessage } from "../world/shapes.ts";
import { wireMessage, wireUser } from "../world/to-wire.ts";
import { findButton, forwarded, mentioning, photo, sticker, voice, written, type MentionMark } from "./user-content.ts";

export interface Writing {
  /** The message this one answers. */
  readonly replyTo?: string | undefined;
  /** Mentions the bot, marked this way. */
  readonly mention?: MentionMark | undefined;
}

export abstract class Writer {
  readonly profile: User;
  readonly chatId: number;
  protected readonly exchange: Exchange;

  constructor(exchange: Exchange, profile: User, chatId: number) {
    this.exchange = exchange;
    this.profile = profile;
    this.chatId = chatId;
  }

  get userId(): number {
    return this.profile.userId;
  }

  get name(): string {
    return fullName(this.profile);
  }

  /** Updates of private chats name the language, those of groups do not. */
  protected abstract readonly locale: UpdateFields;

  /** Tells the bot what was done, where it is what it must be in a group to be told. */
  protected abstract tell(updateType: string, fields: UpdateFields, need?: Need): void;

  /** Sends `text` as it is typed; returns the message id, as all senders below do. */
  say(text: string, { replyTo, mention }: Writing = {}): string {
    const { bot } = this.exchange.world;
    const content = mention === undefined ? written(text) : mentioning(text, bot, mention);
    const link = replyTo === undefined ? undefined : linkTo("reply", this.message(replyTo));
    return this.send({ ...content, link });
  }

  reply(mid: string, text: string): string {
    return this.say(text, { replyTo: mid });
  }

  /** Forwards a message of any chat into this one; its buttons are dropped, as MAX does. */
  forwardMessage(mid: string): string {
    return this.send(forwarded(this.#anyMessage(mid)));
  }

  sendPhoto(caption = ""): string {
    return this.send(photo(caption));
  }

  sendSticker(): string {
    return this.send(sticker);
  }

  /** A voice message. New clients make MAX send the update without its message, without even a chat id. */
  sendVoice(): string {
    const { mid } = this.addMessage(voice);
    this.tell("message_created", this.locale);
    return mid;
  }

  edit(mid: string, text: string): void {
    const { world } = this.exchange;
    const message = this.own(mid);
    const edited = world.editMessage(message, { ...message, text, markup: [] });
    this.tell("message_edited", { message: wireMessage(world, edited) });
  }

  /**
   * Taps the button of this payload, or of this text, under message `mid`; returns the callback id, and
   * undefined where the button needs no answer. Throws when there is no such button.
   */
  tap(mid: string, payloadOrText: string): string | undefined {
    const button = findButton(this.message(mid).keyboard.flat(), payloadOrText);
    if (button.type === "message") this.say(button.text);
    return button.type === "callback" ? this.forgeTap(mid, button.payload) : undefined;
  }

  /** A tap with any payload, whatever buttons there are: an old keyboard, or a forged request. */
  forgeTap(mid: string, payload: string): string {
    const message = this.message(mid);
    const callbackId = this.exchange.openTap(message);
    const timestamp = this.exchange.clock.now();
    const user = wireUser(this.profile, timestamp);
    const fields = {
      ...this.locale,
      callback: { timestamp, callback_id: callbackId, payload, user },
      message: this.#tappedMessage(wireMessage(this.exchange.world, message)),
    };
    this.tell("message_callback", fields, "admin");
    return callbackId;
  }

  /** What a tap tells of its message, in the variants seen in the wild. */
  #tappedMessage(message: WireMessage): object | null {
    const { tapMessage } = this.exchange.faults;
    if (tapMessage === "null") return null;
    if (tapMessage === "whole") return message;
    const { chat_id: _, ...recipient } = message.recipient;
    return { ...message, recipient };
  }

  protected send(content: Content): string {
    const message = this.addMessage(content);
    const fields = { ...this.locale, message: wireMessage(this.exchange.world, message) };
    this.tell("message_created", fields);
    return message.mid;
  }

  protected addMessage(content: Content): Message {
    return this.exchange.world.addMessage(this.chatId, this.userId, content);
  }

  protected own(mid: string): Message {
    const message = this.message(mid);
    if (message.senderId === this.userId) return message;
    throw new Error(`Message "${mid}" is somebody else's.`);
  }

  protected message(mid: string): Message {
    const message = this.exchange.world.message(mid);
    if (message?.chatId === this.chatId) return message;
    throw new Error(`There is no message "${mid}" in this chat.`);
  }

  #anyMessage(mid: string): Message {
    const message = this.exchange.world.message(mid);
    if (message !== undefined) return message;
    throw new Error(`There is no message "${mid}".`);
  }
}
