import { expect, it } from "vitest";
import { broken, SMALL_FAQ } from "../../../test/support/faq/small-faq.ts";
import { STYLED_FAQ, STYLED_OWNERS, edited } from "../../../test/support/faq/edit-cases.ts";
import { addEntry } from "./add-entry.ts";
import { addPhrase } from "./add-phrase.ts";
import { takeBack } from "./take-back.ts";

const DRAFT = { categoryId: "transfer", question: "Где справка?", answer: "В **канцелярии**." };

it.each(STYLED_OWNERS)("%s: a phrase is taken back to the byte", (id) => {
  const edit = edited(addPhrase(STYLED_FAQ, id, "новая"));
  expect(edited(takeBack(edit.text, edit)).text).toBe(STYLED_FAQ);
});

it("an entry is taken back to the byte", () => {
  const edit = edited(addEntry(SMALL_FAQ, DRAFT));
  expect(edited(takeBack(edit.text, edit)).text).toBe(SMALL_FAQ);
});

it("what others changed meanwhile stays", () => {
  const edit = edited(addPhrase(SMALL_FAQ, "chats", "новая"));
  const later = edited(addPhrase(edit.text, "chats", "новее")).text.replace("№ 5", "№ 6");
  const wanted = edited(addPhrase(SMALL_FAQ, "chats", "новее")).text.replace("№ 5", "№ 6");
  expect(edited(takeBack(later, edit)).text).toBe(wanted);
});

it("the same line in another place stays, wherever the first has moved to", () => {
  const edit = edited(addPhrase(SMALL_FAQ, "chats", "- x"));
  const sample = ["contact: Позвоните в школу", `contact: |${'\n      - "- x"'.repeat(3)}`] as const;
  const later = edited(takeBack(edit.text.replace(...sample), edit));
  expect(later.text).toBe(SMALL_FAQ.replace(...sample));
});

it.each<[string, (text: string) => string]>([
  ["taken back already", () => SMALL_FAQ],
  ["edited since", (text) => text.replace("- новая", "- новая и лучше")],
  ["written in another way since", (text) => text.replace("- новая", "- 'новая'")],
  [
    "moved to another entry",
    () => broken("phrases: [поменять роль]", "phrases:\n      - новая\n      - поменять роль"),
  ],
  ["followed by lines that belong to it", (text) => text.replace("- новая", "- новая\n        была")],
  ["in an entry that is gone", (text) => text.replace("id: chats", "id: other")],
])("refused when the phrase is %s", (_how, change) => {
  const edit = edited(addPhrase(SMALL_FAQ, "chats", "новая"));
  expect(takeBack(change(edit.text), edit)).toEqual({
    kind: "refused",
    refusal: { kind: "not-there" },
  });
});

it("refused when the draft was worked on since", () => {
  const edit = edited(addEntry(SMALL_FAQ, DRAFT));
  const later = edit.text.replace("канцелярии", "бухгалтерии");
  expect(takeBack(later, edit)).toMatchObject({ refusal: { kind: "not-there" } });
  expect(takeBack("a: [", edit)).toMatchObject({ refusal: { kind: "broken-file" } });
});
