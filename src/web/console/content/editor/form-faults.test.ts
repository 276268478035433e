import { expect, it } from "vitest";
import { faultsOf } from "./form-faults.ts";
import { entryView } from "../../../../../test/support/console/sample-content.ts";

const FIELDS = entryView("a", {}).fields;

it.each([
  ["nothing", {}, []],
  ["no button is fine", { button: " " }, []],
  ["an empty question", { question: " " }, ["question empty"]],
  ["a question too long", { question: "а".repeat(201) }, ["question too-long"]],
  ["a question just as long as may be", { question: ` ${"а".repeat(200)} ` }, []],
  ["a button too long", { button: "а".repeat(65) }, ["button too-long"]],
  ["no phrases", { phrases: [" "] }, ["phrases empty"]],
  ["no answer", { answer: "\n" }, ["answer empty"]],
])("finds at once what is wrong: %s", (_what, changed, expected) => {
  const faults = faultsOf({ ...FIELDS, ...changed });
  expect(faults.map(({ field, kind }) => `${field} ${kind}`)).toEqual(expected);
});

it("asks no question of a side topic, and lets its title be short or absent", () => {
  const long = { title: "а".repeat(65), phrases: ["спасибо"], answer: "." };
  expect(faultsOf(long)).toEqual([{ kind: "too-long", field: "title", maxLength: 64 }]);
  expect(faultsOf({ phrases: ["спасибо"], answer: " " })).toEqual([{ kind: "empty", field: "answer" }]);
});
