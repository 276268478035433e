import { expect, it } from "vitest";
import { counted } from "./plural.ts";

it.each([
  [0, "0 фраз"],
  [1, "1 фраза"],
  [2, "2 фразы"],
  [5, "5 фраз"],
  [11, "11 фраз"],
  [21, "21 фраза"],
  [112, "112 фраз"],
  [1040, "1\u00a0040 фраз"],
])("%i takes its Russian form", (count, expected) => {
  expect(counted(count, ["фраза", "фразы", "фраз"])).toBe(expected);
});
