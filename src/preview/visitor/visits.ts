// Visitors of the chat page: each a new person with a private chat and a class chat of his own.
import { classChat } from "./class-chat.ts";
import type { LocalGroup } from "../people/local-group.ts";
import type { LocalMax } from "../people/local-max.ts";
import type { LocalUser } from "../people/local-user.ts";

export interface Visit {
  readonly person: LocalUser;
  readonly group: LocalGroup;
}

export class Visits {
  readonly #max: LocalMax;
  readonly #groupTitle: string;
  readonly #visits = new Map<number, Visit>();

  constructor(max: LocalMax, groupTitle: string) {
    this.#max = max;
    this.#groupTitle = groupTitle;
  }

  begin(): Visit {
    return this.#open(this.#max.user());
  }

  /** The visit of this person, who may also have been made by a test. */
  find(userId: number): Visit | undefined {
    const person = this.#max.person(userId);
    if (person === undefined) return undefined;
    return this.#visits.get(userId) ?? this.#open(person);
  }

  #open(person: LocalUser): Visit {
    const visit = { person, group: this.#max.group(classChat(this.#groupTitle)) };
    this.#visits.set(person.userId, visit);
    return visit;
  }
}
