import { expect, it } from "vitest";
import { teachablePhrase } from "./teach.ts";

const STORY = "когда мы переехали ".repeat(40);

it.each<[readonly string[], string | undefined, string]>([
  [["где чат"], "где чат", "as it is"],
  [["чат", "где чат"], "чат", "one word is enough, when somebody asked just that"],
  [["код [номер]", "код не приходит"], "код не приходит", "the wording without a mask says more"],
  [["верните чат [телефон]"], "верните чат", "what was masked goes"],
  [["[почта]"], undefined, "nothing is left"],
  [["[номер] класс"], undefined, "one word that stood beside a mask names nothing"],
  [["??", "ку"], undefined, "no words"],
  [[STORY, "где чат"], "где чат", "not a story, where there is a shorter wording"],
  [[STORY], STORY.trim(), "a story for want of better: the editor says what is wrong with it"],
])("%s → %s: %s", (texts, phrase) => {
  expect(teachablePhrase(texts)).toBe(phrase);
});
