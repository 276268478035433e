import { expect, test } from "vitest";
import { supportOf } from "./items.ts";

const ANSWER = `**Нет.** Личные диалоги останутся в старом мессенджере:

- переписка один на один;
- чаты, где нет учителя. [Подробнее о переносе](https://max.ru/x)`;

test("an entry with few phrases borrows the sentences and list items of its answer, without markup", () => {
  expect(supportOf(ANSWER, 5)).toEqual([
    "Личные диалоги останутся в старом мессенджере",
    "переписка один на один",
    "чаты, где нет учителя",
    "Подробнее о переносе",
  ]);
});

test("an entry with many phrases needs no support", () => {
  expect(supportOf(ANSWER, 20)).toEqual([]);
});
