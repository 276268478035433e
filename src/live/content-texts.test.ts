import { expect, it } from "vitest";
import { looksCutOff } from "./content-texts.ts";

const BEFORE = "a: one\nb: two\nc: three\n";

it.each([
  ["cut within a line", "a: one\nb: t", BEFORE, true],
  ["another version, cut within a line", "x: 1\ny: tw", BEFORE, true],
  ["cut where the file never had a last line break", "a: one\nb: t", BEFORE.trimEnd(), true],
  ["cut with Windows line ends", "a: one\r\nb: t", BEFORE.replaceAll("\n", "\r\n"), true],
  ["the last line break left out", BEFORE.trimEnd(), BEFORE, false],
  ["the last line shortened", "a: one\nb: two\nc: th", BEFORE, false],
  ["lines deleted, the last one whole", "a: one\nb: two\n", BEFORE, false],
  ["lines deleted where no last line break is the habit", "a: one\nc: three", BEFORE.trimEnd(), false],
  ["lines added without a last line break", `${BEFORE}d: four`, BEFORE, false],
])("%s", (_what, text, before, expected) => {
  expect(looksCutOff(text, before)).toBe(expected);
});
