// A group of the local MAX: its people, and the bot that they add, promote and remove.
import { READ_RIGHT, type Group, type Membership } from "../world/chats.ts";
import type { Exchange } from "../world/exchange.ts";
import { wireUser } from "../world/to-wire.ts";
import { chatMessages, untilMessages, type ChatMessage } from "./chat-message.ts";
import { LocalMember } from "./local-member.ts";
import type { LocalUser } from "./local-user.ts";

interface PersonNames {
  readonly firstName: string;
  readonly lastName: string;
}

export interface GroupPerson {
  readonly firstName: string;
  readonly lastName?: string | undefined;
  readonly isAdmin?: boolean | undefined;
}

export interface GroupPlan {
  readonly title: string;
  /** The first administrator, or else the first person, owns the group. */
  readonly people: readonly GroupPerson[];
}

export class LocalGroup {
  readonly chatId: number;
  readonly title: string;
  readonly #exchange: Exchange;
  readonly #newPerson: (names: PersonNames) => LocalUser;
  readonly #members: LocalMember[] = [];

  /** A group with these people and without the bot. */
  constructor(exchange: Exchange, { title, people }: GroupPlan, newPerson: (names: PersonNames) => LocalUser) {
    this.#exchange = exchange;
    this.#newPerson = newPerson;
    this.title = title;
    this.chatId = exchange.world.addGroup(title, []).chatId;
    const ownerIndex = Math.max(
      people.findIndex((person) => person.isAdmin === true),
      0,
    );
    for (const [index, person] of people.entries()) this.#seat(person, index === ownerIndex);
  }

  get members(): readonly LocalMember[] {
    return this.#members;
  }

  /** Who made the group. */
  get owner(): LocalMember {
    const owner = this.state.members.find((membership) => membership.isOwner);
    const member = this.#members.find(({ userId }) => userId === owner?.userId);
    if (member === undefined) throw new Error(`The group "${this.title}" has no owner.`);
    return member;
  }

  /** How the group is now: rights of the people, the seat of the bot. */
  get state(): Group {
    const group = this.#exchange.world.group(this.chatId);
    if (group === undefined) throw new Error(`There is no group ${this.chatId}.`);
    return group;
  }

  /** The chat as it looks now, oldest first, edits applied. */
  get messages(): readonly ChatMessage[] {
    return chatMessages(this.#exchange.world, this.chatId);
  }

  /** Puts the bot into the group, without any rights. Nothing happens when it is there already. */
  addBot(by: LocalMember = this.owner): void {
    if (this.state.bot !== undefined) return;
    const bot = { joinTimeMs: this.#exchange.clock.now(), permissions: undefined };
    this.#exchange.world.changeGroup(this.chatId, { bot });
    this.#tell("bot_added", by, { is_channel: false });
  }

  removeBot(by: LocalMember = this.owner): void {
    if (this.state.bot === undefined) return;
    // Told first: afterwards the bot would be no member any more.
    this.#tell("bot_removed", by, { is_channel: false });
    this.#exchange.world.changeGroup(this.chatId, { bot: undefined });
  }

  /** Makes the bot an administrator with these rights, or none any more. Throws when it is not there. */
  setBotAdmin(
    isAdmin: boolean,
    permissions: readonly string[] = [READ_RIGHT, "write"],
    by: LocalMember = this.owner,
  ): void {
    const { bot } = this.state;
    if (bot === undefined) throw new Error(`The bot is not in the group "${this.title}".`);
    const rights = isAdmin ? permissions : undefined;
    this.#exchange.world.changeGroup(this.chatId, { bot: { ...bot, permissions: rights } });
    this.#exchange.tellOfGroup(this.chatId, "member", "bot_admin_permissions_changed", {
      chat_id: this.chatId,
      user_id: by.userId,
      bot_id: this.#exchange.world.bot.userId,
      is_channel: false,
      is_admin: isAdmin,
      ...(isAdmin ? { permissions } : {}),
    });
  }

  addPerson(person: GroupPerson, by: LocalMember = this.owner): LocalMember {
    const member = this.#seat(person, false);
    this.#tell("user_added", member, { inviter_id: by.userId, is_channel: false }, "reader");
    return member;
  }

  removePerson(member: LocalMember, by: LocalMember = this.owner): void {
    const members = this.state.members.filter(({ userId }) => userId !== member.userId);
    this.#exchange.world.changeGroup(this.chatId, { members });
    this.#members.splice(this.#members.indexOf(member), 1);
    this.#tell("user_removed", member, { admin_id: by.userId, is_channel: false }, "reader");
  }

  /** Resolves with the messages as soon as `isEnough` holds; rejects after `timeoutMs` of real time. */
  async until(
    isEnough: (messages: readonly ChatMessage[]) => boolean,
    timeoutMs = 100_000,
  ): Promise<readonly ChatMessage[]> {
    return untilMessages(this.#exchange.world, this.chatId, isEnough, timeoutMs);
  }

  #seat({ firstName, lastName = "", isAdmin = false }: GroupPerson, isOwner: boolean): LocalMember {
    const person = this.#newPerson({ firstName, lastName });
    const seat: Membership = {
      userId: person.userId,
      isOwner,
      isAdmin: isAdmin || isOwner,
      joinTimeMs: this.#exchange.clock.now(),
    };
    this.#exchange.world.changeGroup(this.chatId, { members: [...this.state.members, seat] });
    const member = new LocalMember(this.#exchange, person, this.chatId);
    this.#members.push(member);
    return member;
  }

  #tell(
    updateType: string,
    who: LocalMember,
    fields: Readonly<Record<string, unknown>>,
    need: "member" | "reader" = "member",
  ): void {
    const user = wireUser(who.profile, this.#exchange.clock.now());
    const about = { chat_id: this.chatId, user_id: who.userId, user, ...fields };
    this.#exchange.tellOfGroup(this.chatId, need, updateType, about);
  }
}
