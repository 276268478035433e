import { expect, test } from "vitest";
import type { Entry, Faq } from "../faq/faq.ts";
import { SMALL_FAQ } from "../../test/support/dialog/small-faq.ts";
import { createMatcher } from "./matcher.ts";

function entry(id: string, question: string, phrases: readonly string[]): Entry {
  const [first] = SMALL_FAQ.entries;
  if (first === undefined) throw new Error("The small content has entries");
  return { ...first, id, question, button: question, phrases };
}

const ENTRIES = [
  entry("on", "Как включить уведомления?", [
    "включение уведомлений",
    "где включаются уведомления",
    "включить звук сообщений",
    "не слышно уведомлений",
  ]),
  entry("stay", "Какие чаты не переносятся?", [
    "что не переносится",
    "чат не перенесли",
    "какие чаты не переедут",
    "кого нельзя перенести",
  ]),
  entry("block", "Как заблокировать карту?", [
    "заблокировать карту питания",
    "блокировка карты",
    "потеряли карту заблокируйте",
    "закрыть карту",
  ]),
  entry("join", "Как добавить ребёнка в группу?", [
    "добавить ребёнка",
    "как добавить в группу второго ребёнка",
    "подключить ребёнка к группе",
    "вход в группу",
  ]),
];
const FAQ: Faq = { ...SMALL_FAQ, entries: [...SMALL_FAQ.entries, ...ENTRIES] };
const matcher = createMatcher(FAQ);

test.each([
  ["как выключить уведомления", "on", "a prefix"],
  ["как отключить уведомления", "on", "another"],
  ["где выключаются уведомления", "on", "in another form of the word"],
  ["какие чаты переносятся", "stay", "the negation left out"],
  ["что переносится", "stay", "a short one"],
  ["кого можно перенести", "stay", "a word for a negation"],
  ["как разблокировать карту", "block", "a long prefix"],
  ["разблокировка карты", "block", "a prefix of one that had none"],
  ["открыть карту", "block", "no root of its own is left"],
  ["как удалить ребёнка из группы", "join", "an opposite of another root, and its preposition"],
  ["выход из группы", "join", "a noun"],
])("%j is offered %s, not answered: %s", (text, id) => {
  const { outcome, suggestions } = matcher.decide(text);
  expect([outcome, suggestions[0]?.item.id]).toEqual(["suggest", id]);
});

test.each([
  ["включить уведомления пожалуйста", "on"],
  ["какие чаты не переносятся в новое приложение", "stay"],
  ["не переносится чат", "stay"],
  ["чат переносится?", "stay"],
  ["карту заблокировать как", "block"],
  ["добавить в группу ребёнка", "join"],
])("%j is answered %s: it asks the same, or only whether it is so", (text, id) => {
  const { outcome, answers } = matcher.decide(text);
  expect([outcome, answers[0]?.item.id]).toEqual(["answer", id]);
});

test("where the content has the opposite too, that is answered", () => {
  const off = entry("off", "Как выключить уведомления?", [
    "выключение уведомлений",
    "где выключаются уведомления",
    "убрать звук сообщений",
    "мешают уведомления",
  ]);
  const both = createMatcher({ ...FAQ, entries: [...FAQ.entries, off] });
  expect(both.decide("выключить уведомления пожалуйста").answers[0]?.item.id).toBe("off");
  expect(both.decide("включить уведомления пожалуйста").answers[0]?.item.id).toBe("on");
});

test("an entry that has both words means the same by them", () => {
  const twins = entry("twins", "Почему чаты задвоились?", [
    "задвоились чаты",
    "задвоение чатов",
    "после переезда всё раздвоилось",
    "два одинаковых чата",
  ]);
  const both = createMatcher({ ...FAQ, entries: [...FAQ.entries, twins] });
  expect(both.decide("чаты раздвоились").answers[0]?.item.id).toBe("twins");
});

test("the explanation says that the opposite was asked", () => {
  expect(matcher.explain("как выключить уведомления").reasons.join(" ")).toContain("обратное");
});
