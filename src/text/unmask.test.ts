import { expect, it } from "vitest";
import { mask } from "./mask.ts";
import { withoutMasks } from "./unmask.ts";

it.each([
  ["позвоните мне 89161234567", "позвоните мне", "a phone number at the end"],
  ["мой номер +7 916 123-45-67, верните чат", "мой номер, верните чат", "in the middle"],
  ["ссылка https://max.ru/abc не открывается", "ссылка не открывается", "a link"],
  ["чат (ivanov@mail.ru) пропал", "чат пропал", "a mail address in brackets"],
  ["не приходит код 123456789", "не приходит код", "a number"],
  ["добавьте @ivan_petrov: он из 5 класса", "добавьте: он из 5 класса", "a nick"],
  ["89161234567", "", "nothing but a number"],
])("%s → %s (%s)", (text, kept) => {
  expect(mask(text)).not.toBe(text);
  expect(withoutMasks(mask(text))).toBe(kept);
});

it("leaves a text without masks as it is", () => {
  expect(withoutMasks("чат [5а]  —  где он ?")).toBe("чат [5а]  —  где он ?");
});
