import { expect, test } from "vitest";
import { categoryMessage } from "./menu.ts";
import { showMessage } from "../../../test/support/dialog/show.ts";
import { SMALL_FAQ } from "../../../test/support/dialog/small-faq.ts";

const [entry] = SMALL_FAQ.entries;
const [library] = SMALL_FAQ.categories;
if (entry === undefined || library === undefined) throw new Error("the small FAQ is empty");
const faq = {
  ...SMALL_FAQ,
  entries: Array.from({ length: 19 }, (_, n) => ({ ...entry, id: `e${n}`, button: `Вопрос ${n}` })),
};

test("a long section is shown in pages of eight", () => {
  const shown = showMessage(categoryMessage(faq, library, 1));
  expect(shown).toContain("страница 2 из 3");
  expect(shown.match(/\[Вопрос/gu)).toHaveLength(8);
  expect(shown).toContain("[← Назад] [Дальше →]");
});

test("a page that no longer exists becomes the last one", () => {
  expect(showMessage(categoryMessage(faq, library, 99))).toContain("страница 3 из 3");
});
