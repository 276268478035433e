import { expect, it } from "vitest";
import { addPhrases, FEW, hasPhrase, shownPlaces } from "./phrase-list.ts";

const BEFORE = Array.from({ length: FEW + 3 }, (_, at) => `фраза ${at}`);

function shown(phrases: readonly string[], query = "", isAll = false): readonly string[] {
  return shownPlaces(phrases, BEFORE, { query, isAll }).map((at) => phrases[at] ?? "");
}

it.each<[string, readonly string[], readonly string[]]>([
  ["nothing is new", BEFORE, BEFORE.slice(0, FEW)],
  [
    "two are added, the last first",
    [...BEFORE, "раз", "два"],
    ["два", "раз", ...BEFORE.slice(0, FEW - 2)],
  ],
  ["as many are taken out as added", [...BEFORE.slice(1), "раз"], ["раз", ...BEFORE.slice(1, FEW)]],
  [
    "one is changed where it stands",
    BEFORE.with(FEW + 2, "иначе"),
    ["иначе", ...BEFORE.slice(0, FEW - 1)],
  ],
])("shows what is new first, and only a few: %s", (_what, phrases, expected) => {
  expect(shown(phrases)).toEqual(expected);
});

it("shows all where it is asked to, and all that is new anyway", () => {
  expect(shown(BEFORE, "", true)).toEqual(BEFORE);
  const added = BEFORE.map((phrase) => `${phrase}!`);
  expect(shown([...BEFORE, ...added])).toEqual(added.toReversed());
});

it("finds phrases in the order of the file, without regard to case and ё", () => {
  expect(shown(["Ещё раз", "два", "и еще"], " ЕЩЕ ")).toEqual(["Ещё раз", "и еще"]);
  expect(shown(["раз", "два"], "три")).toEqual([]);
});

it("does not tell phrases apart by case, ё and spaces", () => {
  expect(hasPhrase(["Где  мой ребёнок"], "где мой ребенок ")).toBe(true);
  expect(hasPhrase(["где мой ребёнок"], "Где мой ребёнок?!")).toBe(true);
  expect(hasPhrase(["где мой ребёнок"], "где ребёнок")).toBe(false);
});

it("adds a pasted list phrase by phrase, without its dashes and what is there already", () => {
  expect(addPhrases(["раз"], " - два\r\n• три\n\nРАЗ\n-четыре\nдва")).toEqual({
    phrases: ["раз", "два", "три", "-четыре"],
    known: ["РАЗ", "два"],
  });
});
