// The class chat that every visitor of the page finds beside his private chat.
import type { GroupPlan } from "../people/local-group.ts";

export const CLASS_TITLE = "5 «Б» — родители";

/** A teacher and four parents; the bot is not there yet. */
export function classChat(title: string): GroupPlan {
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
