// Visitors of the chat page: each a new person with a private chat and a class chat to themselves.
import type { GroupPlan, LocalGroup } from "../people/local-group.ts";
import type { LocalMax } from "../people/local-max.ts";
import type { LocalUser } from "../people/local-user.ts";

export const CLASS_TITLE = "5 «Б» — родители";

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

/** A teacher and four parents; the bot is not there yet. */
function classChat(title: string): GroupPlan {
  return {
    title,
    people: [
      { firstName: "Елена Викторовна", lastName: "Орлова", isAdmin: true },
      { firstName: "Ольга", lastName: "Смирнова" },
      { firstName: "Игорь", lastName: "Соколов" },
      { firstName: "Гульнара", lastName: "Ахметова" },
      { firstName: "Дмитрий", lastName: "Ким" },
    ],
  };
}
