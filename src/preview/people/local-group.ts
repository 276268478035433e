// A group of the local MAX: its people, and the bot that they add, promote and remove.
import { type ChatMessage, chatMessage } from "./chat-message.ts";
import { READ_RIGHT, type Group, type Membership } from "../world/chats.ts";
import { tellOfGroup } from "./group-updates.ts";
import type { LocalMax } from "./local-max.ts";
import { LocalMember } from "./local-member.ts";
import type { LocalUser } from "./local-user.ts";
import { wireUser } from "../world/to-wire.ts";
import { untilMessages } from "./until-messages.ts";

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
  readonly #max: LocalMax;
  readonly #members: LocalMember[] = [];

  /** A group with these people and without the bot. */
  constructor(max: LocalMax, { title, people }: GroupPlan) {
    this.#max = max;
    this.title = title;
    this.chatId = max.world.addGroup(title, []).chatId;
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
    const group = this.#max.world.group(this.chatId);
    if (group === undefined) throw new Error(`There is no group ${this.chatId}.`);
    return group;
  }

  /** The chat as it looks now, oldest first, edits applied. */
  get messages(): readonly ChatMessage[] {
    const { world } = this.#max;
    return world.messagesIn(this.chatId).map((message) => chatMessage(world, message));
  }

  /** Puts the bot into the group, without any rights. Nothing happens when it is there already. */
  addBot(by: LocalMember = this.owner): void {
    if (this.state.bot !== undefined) return;
    const bot = { joinTimeMs: this.#max.clock.now(), permissions: undefined };
    this.#max.world.changeGroup(this.chatId, { bot });
    this.#tell("bot_added", by, { is_channel: false });
  }

  removeBot(by: LocalMember = this.owner): void {
    if (this.state.bot === undefined) return;
    // Told first: afterwards the bot would be no member any more.
    this.#tell("bot_removed", by, { is_channel: false });
    this.#max.world.changeGroup(this.chatId, { bot: undefined });
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
    this.#max.world.changeGroup(this.chatId, { bot: { ...bot, permissions: rights } });
    tellOfGroup(this.#max, this.chatId, "member", "bot_admin_permissions_changed", {
      chat_id: this.chatId,
      user_id: by.userId,
      bot_id: this.#max.world.bot.userId,
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
    this.#max.world.changeGroup(this.chatId, { members });
    this.#members.splice(this.#members.indexOf(member), 1);
    this.#tell("user_removed", member, { admin_id: by.userId, is_channel: false }, "reader");
  }

  /** Resolves with the messages as soon as `isEnough` holds; rejects after `timeoutMs` of real time. */
  async until(
    isEnough: (messages: readonly ChatMessage[]) => boolean,
    timeoutMs = 5_000,
  ): Promise<readonly ChatMessage[]> {
    return untilMessages(this.#max.world, () => this.messages, isEnough, timeoutMs);
  }

  #seat({ firstName, lastName = "", isAdmin = false }: GroupPerson, isOwner: boolean): LocalMember {
    const person: LocalUser = this.#max.user({ firstName, lastName });
    const user = person.profile;
    const joinTimeMs = this.#max.clock.now();
    const seat: Membership = {
      userId: user.userId,
      isOwner,
      isAdmin: isAdmin || isOwner,
      joinTimeMs,
    };
    this.#max.world.changeGroup(this.chatId, { members: [...this.state.members, seat] });
    const member = new LocalMember(this.#max, user, person, this.chatId);
    this.#members.push(member);
    return member;
  }

  #tell(
    updateType: string,
    who: LocalMember,
    fields: Readonly<Record<string, unknown>>,
    need: "member" | "reader" = "member",
  ): void {
    const user = wireUser(who.person.profile, this.#max.clock.now());
    const about = { chat_id: this.chatId, user_id: who.userId, user, ...fields };
    tellOfGroup(this.#max, this.chatId, need, updateType, about);
  }
}
