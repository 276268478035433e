// The local MAX itself: where people and the bot meet, and the people who talk there.
import { Exchange } from "../world/exchange.ts";
import { LocalGroup, type GroupPlan } from "./local-group.ts";
import { LocalUser } from "./local-user.ts";

export class LocalMax extends Exchange {
  readonly #people = new Map<number, LocalUser>();
  readonly #groups: LocalGroup[] = [];

  /** A new person who has not opened the bot yet. */
  user(names: { readonly firstName?: string; readonly lastName?: string } = {}): LocalUser {
    const { firstName = "Гость", lastName = "" } = names;
    const { user, chat } = this.world.addUser({ firstName, lastName });
    const person = new LocalUser(this, user, chat.chatId);
    this.#people.set(user.userId, person);
    return person;
  }

  /** All groups, oldest first: those of the page among them. */
  get groups(): readonly LocalGroup[] {
    return this.#groups;
  }

  /** A new group of new people, without the bot. */
  group(plan: GroupPlan): LocalGroup {
    const group = new LocalGroup(this, plan, (names) => this.user(names));
    this.#groups.push(group);
    return group;
  }

  person(userId: number): LocalUser | undefined {
    return this.#people.get(userId);
  }
}
