import { expect, test } from "vitest";
import { createNearWords } from "./near-words.ts";

const near = createNearWords(["почему", "телефон", "телеграм", "переносятся", "чат"]);

test.each([
  ["пачиму", "почему", "the same sounds"],
  ["телефн", "телефон", "a sound missing"],
  ["телерфон", "телефон", "a sound too many"],
  ["телевон", "телефон", "a wrong sound"],
  ["теелграм", "телеграм", "sounds swapped"],
  ["пиренсятся", "переносятся", "a sound missing beside others that sound alike"],
])("%j is within reach of %j: %s", (word, known) => {
  expect([...near(word)]).toContain(known);
});

test.each(["борщ", "компьютер", "чатик", ""])("%j is within reach of nothing", (word) => {
  expect([...near(word)]).toEqual([]);
});
