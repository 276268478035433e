// A person in the local MAX: does what a hand on a phone can do, and sees the chat with the bot.
import { type ChatMessage, chatMessage } from "./chat-message.ts";
import type { Dialog, User } from "../world/chats.ts";
import type { LocalMax } from "./local-max.ts";
import type { Update } from "../world/shapes.ts";
import { tapUpdate } from "./tap-update.ts";
import { wireMessage, wireUser } from "../world/to-wire.ts";
import { untilMessages } from "./until-messages.ts";
import { findButton, forwarded, linkTo, photo, sticker, voice, written } from "./user-content.ts";
import type { Content, Message } from "../world/message.ts";

/** MAX does not pass on longer start parameters. */
const MAX_START_PAYLOAD = 128;

export class LocalUser {
  readonly #max: LocalMax;
  readonly #user: User;
  readonly #chat: Dialog;

  constructor(max: LocalMax, user: User, chat: Dialog) {
    this.#max = max;
    this.#user = user;
    this.#chat = chat;
  }

  get profile(): User {
    return this.#user;
  }

  get userId(): number {
    return this.#user.userId;
  }

  get chatId(): number {
    return this.#chat.chatId;
  }

  /** The chat as it looks now, oldest first, edits applied. */
  get messages(): readonly ChatMessage[] {
    const { world } = this.#max;
    return world.messagesIn(this.chatId).map((message) => chatMessage(world, message));
  }

  /** Presses "Начать", or follows a deep link with `payload`. */
  start(payload?: string): void {
    this.#max.world.setOpen(this.chatId, true);
    const isPassed = payload !== undefined && payload !== "" && payload.length <= MAX_START_PAYLOAD;
    this.#emit("bot_started", { ...this.#whoAndWhere(), ...(isPassed ? { payload } : {}) });
  }

  /** Stops the bot: it may not write any more. */
  stop(): void {
    this.#max.world.setOpen(this.chatId, false);
    this.#emit("bot_stopped", this.#whoAndWhere());
  }

  /** Sends `text`; returns the message id, as all senders below do. */
  say(text: string): string {
    return this.#send(written(text));
  }

  /** Answers a message of the chat. */
  reply(mid: string, text: string): string {
    return this.#send({ ...written(text), link: linkTo("reply", this.#message(mid)) });
  }

  sendPhoto(caption = ""): string {
    return this.#send(photo(caption));
  }

  sendSticker(): string {
    return this.#send(sticker);
  }

  /** A voice message. New clients make MAX send the update without its message, without even a chat id. */
  sendVoice(): string {
    const message = this.#max.world.addMessage(this.chatId, this.userId, voice);
    this.#max.world.setOpen(this.chatId, true);
    this.#emit("message_created", { user_locale: "ru" });
    return message.mid;
  }

  /** Forwards a message with this text that a third person wrote elsewhere. */
  forward(text: string): string {
    const author = this.#max.world.addUser({ firstName: "Анна", lastName: "Петрова" });
    const original = this.#max.world.addMessage(
      author.chat.chatId,
      author.user.userId,
      written(text),
    );
    return this.#send(forwarded(original));
  }

  /** Forwards a message of any chat into this one; its buttons are dropped, as MAX does. */
  forwardMessage(mid: string): string {
    const message = this.#max.world.message(mid);
    if (message === undefined) throw new Error(`There is no message "${mid}".`);
    return this.#send(forwarded(message));
  }

  edit(mid: string, text: string): void {
    const message = this.#message(mid);
    if (message.senderId !== this.userId) throw new Error(`Message "${mid}" is not his own.`);
    const edited = this.#max.world.editMessage(message, { ...message, text, markup: [] });
    this.#emit("message_edited", { message: wireMessage(this.#max.world, edited) });
  }

  /**
   * Taps the button of this payload, or of this text, under message `mid`; returns the callback id, and
   * undefined where the button needs no answer. Throws when there is no such button.
   */
  tap(mid: string, payloadOrText: string): string | undefined {
    const message = this.#message(mid);
    const button = findButton(message.keyboard.flat(), payloadOrText);
    if (button.type === "message") this.say(button.text);
    return button.type === "callback" ? this.forgeTap(mid, button.payload) : undefined;
  }

  /** A tap with any payload, whatever buttons there are: an old keyboard, or a forged request. */
  forgeTap(mid: string, payload: string): string {
    const message = this.#message(mid);
    const callbackId = this.#max.openTap(message);
    this.#max.emit(tapUpdate(this.#max, { user: this.#user, message, callbackId, payload }));
    return callbackId;
  }

  /** Resolves with the messages as soon as `isEnough` holds; rejects after `timeoutMs` of real time. */
  async until(
    isEnough: (messages: readonly ChatMessage[]) => boolean,
    timeoutMs = 5_000,
  ): Promise<readonly ChatMessage[]> {
    return untilMessages(this.#max.world, () => this.messages, isEnough, timeoutMs);
  }

  #send(content: Content): string {
    const { world } = this.#max;
    world.setOpen(this.chatId, true);
    const message = world.addMessage(this.chatId, this.userId, content);
    this.#emit("message_created", { user_locale: "ru", message: wireMessage(world, message) });
    return message.mid;
  }

  #emit(updateType: string, fields: Omit<Update, "update_type" | "timestamp">): void {
    this.#max.emit({ update_type: updateType, timestamp: this.#max.clock.now(), ...fields });
  }

  #whoAndWhere(): Omit<Update, "update_type" | "timestamp"> {
    const user = wireUser(this.#user, this.#max.clock.now());
    return { chat_id: this.chatId, user_id: this.userId, user_locale: "ru", user };
  }

  #message(mid: string): Message {
    const message = this.#max.world.message(mid);
    if (message?.chatId === this.chatId) return message;
    throw new Error(`There is no message "${mid}" in this chat.`);
  }
}
