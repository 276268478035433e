import { expect, test } from "vitest";
import { buttonTitle } from "./buttons.ts";

test.each([
  ["Короткий", "Короткий", "it fits"],
  [
    "Почему нельзя использовать привычные мессенджеры, например WhatsApp",
    "Почему нельзя использовать…",
    "cut at a word border",
  ],
  ["а".repeat(60), `${"а".repeat(33)}…`, "one long word is cut inside"],
  ["😀".repeat(60), `${"😀".repeat(33)}…`, "no character is cut in two"],
])("%j is shown as %j: %s", (title, expected) => {
  expect(buttonTitle(title)).toBe(expected);
});
