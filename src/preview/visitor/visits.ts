// Visitors of the chat page: each a new person with a private chat and a class chat to themselves.
import { randomBytes } from "node:crypto";
import type { GroupPlan, LocalGroup } from "../people/local-group.ts";
import type { LocalMax } from "../people/local-max.ts";
import type { LocalUser } from "../people/local-user.ts";

export const CLASS_TITLE = "5 «Б» — родители";

export interface Visit {
  readonly person: LocalUser;
  readonly group: LocalGroup;
}

/** Nobody speaks in the name of a visitor whose key they do not know: numbers of people can be counted up. */
const KEY_BYTES = 18;
/** All that they are told is kept as long as the program runs. */
const MOST_VISITORS = 1_000;

export class Visits {
  readonly #max: LocalMax;
  readonly #groupTitle: string;
  readonly #visits = new Map<string, Visit>();

  constructor(max: LocalMax, groupTitle: string) {
    this.#max = max;
    this.#groupTitle = groupTitle;
  }

  /** The key of a new visitor; undefined where there are too many. */
  begin(): string | undefined {
    if (this.#visits.size >= MOST_VISITORS) return undefined;
    const key = randomBytes(KEY_BYTES).toString("base64url");
    const person = this.#max.user();
    this.#visits.set(key, { person, group: this.#max.group(classChat(this.#groupTitle)) });
    return key;
  }

  find(key: string): Visit | undefined {
    return this.#visits.get(key);
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
