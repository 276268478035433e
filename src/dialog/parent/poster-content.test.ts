import { expect, test } from "vitest";
import { exampleQuestions } from "./poster-content.ts";

function faqOf(...entries: readonly (readonly [id: string, categoryId: string])[]) {
  return {
    categories: ["x", "y", "z", "w"].map((id) => ({ id })),
    entries: entries.map(([id, categoryId]) => ({ id, categoryId, question: id })),
  };
}

const FAQ = faqOf(["w1", "w"], ["x1", "x"], ["x2", "x"], ["y1", "y"], ["y2", "y"], ["z1", "z"]);

test("the first questions of the first three categories are the examples", () => {
  expect(exampleQuestions(FAQ)).toEqual(["x1", "y1", "z1"]);
});

test("the question the link opens comes first, the others from other categories", () => {
  expect(exampleQuestions(FAQ, "y2")).toEqual(["y2", "x1", "z1"]);
});

test("few categories give more questions each, few questions give fewer examples", () => {
  expect(exampleQuestions(faqOf(["x1", "x"], ["x2", "x"], ["y1", "y"]))).toEqual(["x1", "y1", "x2"]);
  expect(exampleQuestions(faqOf(["x1", "x"]))).toEqual(["x1"]);
});
