import { expect, it } from "vitest";
import { createFind, type Found } from "./find.ts";
import { itemsOf } from "../items.ts";
import { SAMPLE } from "../../../../../test/support/console/sample-content.ts";

const find = createFind(itemsOf(SAMPLE));

function told({ item, place }: Found): string {
  const where = place === undefined ? "" : ` | ${place.field}: ${place.text}`;
  return `${item.key} ${item.title}${where}`;
}

it.each([
  ["школа", "a word of the question", "entry:why-max Почему школа выбрала MAX?"],
  ["дубли чат", "beginnings of words, in any order", "entry:duplicate-chats Что делать, если чаты задублировались?"],
  [
    "одинаковых",
    "a phrase",
    "entry:duplicate-chats Что делать, если чаты задублировались? | phrases: у меня два одинаковых чата",
  ],
  ["login", "an id", "aside:login-code не приходит код из смс | id: login-code"],
  ["решила", "the answer, on one line", "| answer: Так решила **{{organization}}**.  - раз - два"],
  ["спосибо", "a slip", "aside:thanks спасибо"],
  ["irjkf", "the wrong keyboard layout", "entry:why-max Почему школа выбрала MAX?"],
])("finds by «%s»: %s", (query, _why, expected) => {
  expect(find(query).map(told)[0]).toContain(expected);
});

it.each([
  ["а", "one letter says too little"],
  ["  ", "nothing is asked"],
  ["квитанция", "no such word"],
  ["школа дубль", "no item has both words"],
  ["кол", "only inside of another word: школа"],
])("finds nothing by «%s»: %s", (query) => {
  expect(find(query)).toEqual([]);
});
