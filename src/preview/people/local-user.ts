// A person in the local MAX: does what a hand on a phone can do, and sees the private chat with the bot.
import type { UpdateFields } from "../world/exchange.ts";
import type { Content, Message } from "../world/message.ts";
import { wireUser } from "../world/to-wire.ts";
import { chatMessages, untilMessages, type ChatMessage } from "./chat-message.ts";
import { forwarded, written } from "./user-content.ts";
import { Writer } from "./writer.ts";

/** MAX does not pass on longer start parameters. */
const MAX_START_PAYLOAD = 128;

export class LocalUser extends Writer {
  protected override readonly locale = { user_locale: "ru" };

  /** The chat as it looks now, oldest first, edits applied. */
  get messages(): readonly ChatMessage[] {
    return chatMessages(this.exchange.world, this.chatId);
  }

  /** Presses "Начать", or follows a deep link with `payload`. */
  start(payload?: string): void {
    this.exchange.world.setOpen(this.chatId, true);
    const isPassed = payload !== undefined && payload !== "" && payload.length <= MAX_START_PAYLOAD;
    this.tell("bot_started", { ...this.#whoAndWhere(), ...(isPassed ? { payload } : {}) });
  }

  /** Stops the bot: it may not write any more. */
  stop(): void {
    this.exchange.world.setOpen(this.chatId, false);
    this.tell("bot_stopped", this.#whoAndWhere());
  }

  /** Forwards a message with this text that a third person wrote elsewhere. */
  forward(text: string): string {
    const { world } = this.exchange;
    const { user, chat } = world.addUser({ firstName: "Анна", lastName: "Петрова" });
    return this.send(forwarded(world.addMessage(chat.chatId, user.userId, written(text))));
  }

  /** Resolves with the messages as soon as `isEnough` holds; rejects after `timeoutMs` of real time. */
  async until(
    isEnough: (messages: readonly ChatMessage[]) => boolean,
    timeoutMs = 100_000,
  ): Promise<readonly ChatMessage[]> {
    return untilMessages(this.exchange.world, this.chatId, isEnough, timeoutMs);
  }

  protected override addMessage(content: Content): Message {
    this.exchange.world.setOpen(this.chatId, true);
    return super.addMessage(content);
  }

  protected override tell(updateType: string, fields: UpdateFields): void {
    this.exchange.emit(updateType, fields);
  }

  #whoAndWhere(): UpdateFields {
    const user = wireUser(this.profile, this.exchange.clock.now());
    return { chat_id: this.chatId, user_id: this.userId, user_locale: "ru", user };
  }
}
