import { expect, test } from "vitest";
import { foldLookAlikes, toOneScript } from "./stem.ts";

test.each(["max", "мax", "mах", "mаx"])("%j compares as мах, whatever its letters", (typed) => {
  expect(foldLookAlikes(typed)).toBe("мах");
});

test.each([
  ["cферум", "сферум", "one Latin letter in a Russian word"],
  ["мax", "мах", "Cyrillic м"],
  ["whatsapp", "whatsapp", "a Latin word"],
  ["max", "max", "a Latin word that could be Russian"],
])("%j is written %j: %s", (typed, expected) => {
  expect(toOneScript(typed)).toBe(expected);
});
