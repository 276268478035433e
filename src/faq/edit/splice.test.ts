import { expect, it } from "vitest";
import { SMALL_FAQ } from "../../../test/support/faq/small-faq.ts";
import { STYLED_FAQ, STYLED_OWNERS, edited } from "../../../test/support/faq/edit-cases.ts";
import { addEntry } from "./add-entry.ts";
import { addPhrase } from "./add-phrase.ts";
import { pasteOf, type Paste } from "./splice.ts";
import { takeBack } from "./take-back.ts";

/** What an administrator does with it. */
function paste(text: string, { afterLine, replacedLines, lines }: Paste): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return text
    .split(eol)
    .toSpliced(afterLine, replacedLines, ...lines)
    .join(eol);
}

const TEXTS = [STYLED_FAQ, STYLED_FAQ.trimEnd(), STYLED_FAQ.replaceAll("\n", "\r\n")];

it.each(STYLED_OWNERS)("%s: pasting by hand gives the same as the edit, and so does the way back", (id) => {
  for (const text of TEXTS) {
    const edit = edited(addPhrase(text, id, "новая"));
    expect(paste(text, pasteOf(text, edit.splice))).toBe(edit.text);
    const back = edited(takeBack(edit.text, edit));
    expect(paste(edit.text, pasteOf(edit.text, back.splice))).toBe(text);
  }
});

it("a phrase on a line of its own is one new line", () => {
  const { splice } = edited(addPhrase(SMALL_FAQ, "chats", "новая"));
  expect(pasteOf(SMALL_FAQ, splice)).toEqual({
    afterLine: 14,
    replacedLines: 0,
    lines: ["      - новая"],
  });
});

it("a phrase within a line takes the place of the line", () => {
  const { splice } = edited(addPhrase(SMALL_FAQ, "role", "новая"));
  expect(pasteOf(SMALL_FAQ, splice)).toEqual({
    afterLine: 25,
    replacedLines: 1,
    lines: ["    phrases: [поменять роль, новая]"],
  });
});

it("an entry is lines of its own", () => {
  const draft = { categoryId: "transfer", question: "Где?", answer: "Там.\n\nИ тут." };
  const edit = edited(addEntry(SMALL_FAQ, draft));
  const pasted = pasteOf(SMALL_FAQ, edit.splice);
  expect(pasted).toMatchObject({ afterLine: 27, replacedLines: 0 });
  expect(paste(SMALL_FAQ, pasted)).toBe(edit.text);
});
