import { expect, it } from "vitest";
import type { Edit } from "../../../console/content/content-api.ts";
import type { EntryFields } from "../../../faq/edit/item-fields.ts";
import { tidyEdit } from "./tidy-edit.ts";

const BEFORE: EntryFields = {
  categoryId: "why",
  question: "Почему MAX?",
  button: undefined,
  phrases: ["почему макс "],
  answer: "Так решили.\n",
  related: undefined,
  checked: undefined,
};

function changed(fields: Partial<EntryFields>): Edit {
  return { kind: "entry", id: "a", before: BEFORE, after: { ...BEFORE, ...fields } };
}

const NEW: Edit = {
  kind: "new-entry",
  categoryId: "why",
  question: " ",
  answer: "",
  phrases: [""],
};

it.each([
  ["spaces at the ends of texts", changed({ answer: "Так решили. ", question: " Почему MAX?" })],
  ["an emptied field that was not there", changed({ button: " ", checked: "" })],
  ["a phrase without words", changed({ phrases: ["почему макс", " "] })],
  ["an entry of which nothing is written", NEW],
  ["what JSON left out", { ...changed({}), after: JSON.parse(JSON.stringify(BEFORE)) }],
] as const)("changes nothing: %s", (_what, edit) => {
  expect(tidyEdit(edit)).toBeUndefined();
});

it("sends what was typed without what says nothing, and leaves the rest as it was", () => {
  const phrases = ["почему макс ", "", " зачем", "- Зачем?", "• для чего"];
  const edit = changed({ question: "Зачем MAX? ", phrases });
  expect(tidyEdit(edit)).toEqual({
    ...edit,
    after: { ...BEFORE, question: "Зачем MAX?", phrases: ["почему макс", "зачем", "для чего"] },
  });
  const sideTopic: Edit = {
    kind: "aside",
    id: "thanks",
    before: { title: "Спасибо", answer: "Не за что", phrases: ["спасибо"] },
    after: { title: " ", answer: "Пожалуйста ", phrases: ["спасибо"], related: ["why-max"] },
  };
  expect(tidyEdit(sideTopic)).toEqual({
    ...sideTopic,
    after: { answer: "Пожалуйста", phrases: ["спасибо"], related: ["why-max"] },
  });
});
