import { expect, it } from "vitest";
import { lineDiff } from "./line-diff.ts";

const MARKS = { removed: "-", added: "+", same: " ", gap: "…" } as const;
const shown = (before: string, after: string) => lineDiff(before, after).map(({ kind, line }) => MARKS[kind] + line);

it.each([
  ["equal texts", "а\nб", "а\nб", []],
  ["a line replaced", "а\nб\nв", "а\nБ\nв", [" а", "-б", "+Б", " в"]],
  ["a line added at the end", "а", "а\nб", [" а", "+б"]],
  ["the first line removed", "а\nб\nв\nг", "б\nв\nг", ["-а", " б", "…"]],
  ["two changes far apart", "а\n1\n2\n3\n4\nб", "А\n1\n2\n3\n4\nБ", ["-а", "+А", " 1", "…", " 4", "-б", "+Б"]],
  ["two changes with two lines between", "а\n1\n2\nб", "А\n1\n2\nБ", ["-а", "+А", " 1", " 2", "-б", "+Б"]],
  ["lines before the first change", "1\n2\n3\nа", "1\n2\n3\nА", ["…", " 3", "-а", "+А"]],
  ["all of it", "а", "б", ["-а", "+б"]],
])("shows %s", (_what, before, after, expected) => {
  expect(shown(before, after)).toEqual(expected);
});
