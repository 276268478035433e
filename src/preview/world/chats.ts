// Who there is and where they talk: users, private chats and groups.

export interface User {
  readonly userId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string | undefined;
  readonly isBot: boolean;
}

/** A private chat of one person and the bot. */
export interface Dialog {
  readonly kind: "dialog";
  readonly chatId: number;
  readonly userId: number;
}

export interface Membership {
  readonly userId: number;
  /** Whether this person made the group; an owner is an administrator. */
  readonly isOwner: boolean;
  readonly isAdmin: boolean;
  readonly joinTimeMs: number;
}

export interface BotSeat {
  readonly joinTimeMs: number;
  /** Rights of the bot as administrator; undefined when it is none. */
  readonly permissions: readonly string[] | undefined;
}

export interface Group {
  readonly kind: "group";
  /** Negative, as all groups of MAX have it. */
  readonly chatId: number;
  readonly title: string;
  readonly members: readonly Membership[];
  /** Undefined while the bot is not in the group. */
  readonly bot: BotSeat | undefined;
}

export type Chat = Dialog | Group;

/** The right without which MAX tells a bot nothing of what people write in a group. */
export const READ_RIGHT = "read_all_messages";

/** What a person who is an administrator may do. */
export const ADMIN_RIGHTS: readonly string[] = [
  READ_RIGHT,
  "add_remove_members",
  "add_admins",
  "change_chat_info",
  "pin_message",
  "write",
];

export function isBotAdmin(group: Group): boolean {
  return group.bot?.permissions !== undefined;
}

export function canBotRead(group: Group): boolean {
  return group.bot?.permissions?.includes(READ_RIGHT) ?? false;
}

export function fullName({ firstName, lastName }: User): string {
  return [firstName, lastName].filter((part) => part !== "").join(" ");
}
