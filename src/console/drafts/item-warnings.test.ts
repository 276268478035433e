import { expect, test } from "vitest";
import { lintSheet } from "../../faq/lint.ts";
import { parseFaq } from "../../faq/parse.ts";
import { SMALL_FAQ } from "../../../test/support/faq/small-faq.ts";
import { warningsByItem } from "./item-warnings.ts";

test("each warning is told of the item it is about, and the others of none", () => {
  const text = SMALL_FAQ.replace("name: ГБОУ Школа № 5", "name: ГБОУ …")
    .replace("title: Перенос чатов", "title: Перенос чатов\n  - { id: empty, title: Пусто }")
    .replace("Это к справке MAX", "Это к справке Макс")
    .replace("answer: Пожалуйста!", "answer: Спасибо, МАКС!")
    .replace("поменять роль]", "поменять роль, Поменять роль!]");
  const parsed = parseFaq(text);
  if (parsed.kind !== "ok") throw new Error("Not valid");
  const { sheet } = parsed;
  const warningsOf = warningsByItem([...parsed.warnings, ...lintSheet(sheet, "2025-10-01")], sheet);
  const shown = Object.fromEntries(
    ["chats", "role", "code", "thanks", undefined].map((id) => [
      String(id),
      warningsOf(id).map((warning) => warning.slice(0, 30)),
    ]),
  );
  expect(shown).toEqual({
    chats: ["Здесь только 2 фразы, и бот ча"],
    role: ["Фраза «Поменять роль!» повторя", "Здесь только 2 фразы, и бот ча"],
    code: ["Здесь только 1 фраза, и бот ча", "«Макс» прочтут родители, а наз"],
    thanks: ["«МАКС» прочтут родители, а наз"],
    undefined: ["Название «ГБОУ …» не дописано,", "В разделе «empty» нет ни одног"],
  });
});
