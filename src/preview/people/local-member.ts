// A person in a group of the local MAX: writes, answers, mentions the bot and taps its buttons.
import type { Exchange, Need, UpdateFields } from "../world/exchange.ts";
import type { LocalUser } from "./local-user.ts";
import type { MentionMark } from "./user-content.ts";
import { Writer } from "./writer.ts";

export class LocalMember extends Writer {
  /** The same human in the private chat with the bot. */
  readonly person: LocalUser;
  protected override readonly locale = {};

  constructor(exchange: Exchange, person: LocalUser, chatId: number) {
    super(exchange, person.profile, chatId);
    this.person = person;
  }

  /** Sends `text` with the bot's `@nick` marked as a mention; without it in the text, it is put before. */
  mention(text: string, mark: MentionMark = "user_link"): string {
    return this.say(text, { mention: mark });
  }

  /** Deletes a message of this person for everybody; an administrator of the group may delete those of others. */
  remove(mid: string): void {
    const { world } = this.exchange;
    const seat = world.group(this.chatId)?.members.find(({ userId }) => userId === this.userId);
    world.removeMessage(seat?.isAdmin === true ? this.message(mid) : this.own(mid));
    const fields = { message_id: mid, chat_id: this.chatId, user_id: this.userId };
    this.tell("message_removed", fields);
  }

  protected override tell(updateType: string, fields: UpdateFields, need: Need = "reader"): void {
    this.exchange.tellOfGroup(this.chatId, need, updateType, fields);
  }
}
