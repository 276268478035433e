import { expect, test } from "vitest";
import type { Edit } from "./content-api.ts";
import type { EntryFields } from "../../faq/edit/item-fields.ts";
import { EDITS } from "./edit-schema.ts";

const FIELDS: EntryFields = {
  categoryId: "all",
  question: "Как взять книгу?",
  button: undefined,
  phrases: ["взять книгу"],
  answer: "Приходите.",
  related: ["lunch"],
  checked: undefined,
};

test("what a page sends as JSON is read as it was meant", () => {
  const edits: readonly Edit[] = [
    { kind: "entry", id: "book", before: FIELDS, after: { ...FIELDS, button: "Книги" } },
    {
      kind: "aside",
      id: "hi",
      before: { phrases: ["привет"], answer: "Привет!" },
      after: { title: "Привет", phrases: [], answer: "", related: ["a"] },
    },
    { kind: "new-entry", categoryId: "all", question: "Где?", answer: "Там.", phrases: [] },
  ];
  expect(EDITS.parse(JSON.parse(JSON.stringify(edits)))).toEqual(edits);
});

test.each([
  ["a kind that is none", { kind: "removal", id: "book" }],
  ["an entry without its earlier fields", { kind: "entry", id: "book", after: FIELDS }],
  [
    "a text that is absurd",
    { kind: "entry", id: "b", before: FIELDS, after: { ...FIELDS, answer: "а".repeat(20_001) } },
  ],
])("%s is refused", (_, edit) => {
  expect(EDITS.safeParse([edit]).success).toBe(false);
});
