import { expect, it } from "vitest";
import { careOf, entryKey, sideTopicKey, titleOfSideTopic } from "./items.ts";

it.each([
  ["nobody voted", 0, 0, []],
  ["one vote against may be a slip", 0, 1, []],
  ["as many against as for", 2, 2, ["disliked"]],
  ["more for than against", 9, 3, []],
])("tells whether an answer is disliked: %s", (_why, up, down, kinds) => {
  expect(careOf({ up, down, warnings: [] }).map(({ kind }) => kind)).toEqual(kinds);
});

it("counts what the check warns of", () => {
  expect(careOf({ up: 0, down: 0, warnings: ["а", "б"] })).toEqual([{ kind: "warned", count: 2 }]);
});

it.each([
  ["its title", { title: "Погода", phrases: ["дождь"] }, "Погода"],
  ["its first phrase", { title: " ", phrases: ["", "дождь"] }, "дождь"],
  ["its id, where nothing is written", { phrases: [] }, "weather"],
])("calls a side topic by %s", (_what, fields, expected) => {
  expect(titleOfSideTopic("weather", { answer: "", ...fields })).toBe(expected);
});

it("names drafts as the store does", () => {
  expect([entryKey("a"), sideTopicKey("a")]).toEqual(["entry:a", "aside:a"]);
});
