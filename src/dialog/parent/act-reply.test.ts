import { expect, test } from "vitest";
import { createMatcher } from "../../search/matcher.ts";
import { showMessage } from "../../../test/support/dialog/show.ts";
import { SMALL_FAQ } from "../../../test/support/dialog/small-faq.ts";
import type { LastReply } from "../last-reply.ts";
import { createTalk } from "../talk.ts";
import type { OutMessage } from "../reply.ts";

const FAQ = {
  ...SMALL_FAQ,
  entries: SMALL_FAQ.entries.map((entry) =>
    entry.id === "lost-book"
      ? {
          ...entry,
          answer: "Скажите библиотекарю.\n\n1. Зайдите в **«Библиотека»**.\n2. Назовите книгу.",
          source: { title: "Правила библиотеки", url: "https://example.org/rules" },
          checked: "2025-09-15",
        }
      : entry.id === "take-book"
        ? { ...entry, details: "Сначала записываются: нужен паспорт родителя." }
        : entry,
  ),
};
const talk = createTalk(FAQ, createMatcher(FAQ));
const QUESTION_ID = "0123456789abcdef";

function answered(id: string, offeredIds: readonly string[] = []): LastReply {
  return { kind: "answer", itemIds: [id], offeredIds, questionId: QUESTION_ID };
}
const offered: LastReply = {
  kind: "suggest",
  itemIds: [],
  offeredIds: ["menu-today", "pay-lunch"],
  questionId: QUESTION_ID,
};

function reply(text: string, last: LastReply | undefined, hasStaff = false): OutMessage {
  const place = { kind: "private", chatId: 7, userId: 70 } as const;
  const said = talk.replyTo(
    {
      kind: "message",
      place,
      messageId: "m",
      text,
      forwardedText: undefined,
      repliedMessageId: undefined,
      attachments: [],
      isEdited: false,
      isAddressed: true,
    },
    { username: "school_bot", questionId: "fedcba9876543210", retentionDays: 90, hasStaff, last },
  );
  if (said.kind === "forget") throw new Error("nothing to forget");
  return said.message;
}
const shown = (text: string, last: LastReply | undefined) => showMessage(reply(text, last));

test("«подробнее» and «не понял» bring the details of the entry, where it has some", () => {
  for (const text of ["подробнее", "не понял", "а где это?"]) {
    expect(shown(text, answered("take-book"))).toMatch(
      /^Как взять книгу в библиотеке\?\n\nСначала записываются: нужен паспорт родителя\./u,
    );
  }
});

test("without details the bot says what it has: source, date, whom to ask, what is related", () => {
  const text = shown("подробнее", answered("lost-book"));
  expect(text).toMatch(/^Что делать, если книга потеряна\?\n\nПодробнее у меня об этом не записано/u);
  expect(text).toContain("Источник: Правила библиотеки");
  expect(text).toContain("Проверено: 15 сентября 2025 г.");
  expect(text).toContain("Позвоните секретарю.");
  expect(text).toContain("[Все вопросы]");
});

test("«не понял» brings the beginning of the answer, «где это» its steps", () => {
  const confused = shown("не поняла ничего", answered("lost-book"));
  expect(confused).toContain("Скажу короче:\nСкажите библиотекарю.\n");
  expect(confused).not.toContain("Зайдите");
  const where = shown("где это нажать?", answered("lost-book"));
  expect(where).toContain("Зайдите в «Библиотека».");
  expect(where).not.toContain("Скажите библиотекарю");
});

test("«это точно?» brings the source, or who answers for the content", () => {
  expect(shown("это точно?", answered("lost-book"))).toContain("Источник: Правила библиотеки");
  const own = shown("откуда это", answered("pay-lunch"));
  expect(own).toContain("Бота ведёт Школа № 1");
  expect(own).toContain("Позвоните секретарю.");
});

test("«ещё раз» gives the answer again", () => {
  expect(shown("ещё раз", answered("pay-lunch"))).toContain("Ответ: pay-lunch.");
});

test("what is said of an answer is no question of its own, and goes on being about it", () => {
  for (const text of ["подробнее", "точно?", "а дальше", "спасибо"]) {
    expect(reply(text, answered("lost-book")).note).toBeUndefined();
  }
  expect(reply("подробнее", answered("lost-book")).about).toMatchObject({
    kind: "answer",
    itemIds: ["lost-book"],
    questionId: QUESTION_ID,
  });
});

test("«не то» offers what else was meant, and is noted on the question", () => {
  const message = reply("не то", answered("pay-lunch", ["menu-today"]));
  expect(showMessage(message)).toMatch(/^Понял, это не то\.[\s\S]*\[Что сегодня на обед\]/u);
  expect(message.note).toEqual({ kind: "setback", questionId: QUESTION_ID, setback: "not-that" });
  expect(message.about).toMatchObject({ kind: "suggest" });
});

test("«не помогло» says whom to ask, and with a staff chat leaves the question open for a person", () => {
  const alone = reply("не помогло", answered("pay-lunch"));
  expect(showMessage(alone)).toContain("Позвоните секретарю.");
  expect(alone.note).toMatchObject({ setback: "disliked" });
  expect(alone.openQuestion).toBeUndefined();
  expect(reply("не помогло", answered("pay-lunch"), true).openQuestion).toContain("Как оплатить обеды?");
});

test.each([
  ["да", "menu-today"],
  ["1", "menu-today"],
  ["второе", "pay-lunch"],
  ["последнее", "pay-lunch"],
])("%s after a choice opens %s, and is noted as chosen", (text, id) => {
  const message = reply(text, offered);
  expect(showMessage(message)).toContain(`Ответ: ${id}.`);
  expect(message.note).toEqual({ kind: "chosen", questionId: QUESTION_ID, entryId: id });
});

test("«нет» and «другое» after a choice ask for other words and say whom to ask", () => {
  for (const text of ["нет", "другое", "ничего из этого"]) {
    const message = reply(text, offered);
    expect(showMessage(message)).toMatch(/другими словами[\s\S]*Позвоните секретарю\./u);
    expect(message.note).toMatchObject({ setback: "not-that" });
  }
});

test("«подробнее» after a choice asks to choose", () => {
  expect(shown("подробнее", offered)).toMatch(/Выберите[\s\S]*\[Что сегодня на обед\]/u);
});

test("of several answers the second one can be asked for", () => {
  const both = { ...answered("menu-today"), itemIds: ["menu-today", "pay-lunch"] };
  expect(shown("второе", both)).toContain("Ответ: pay-lunch.");
});

test("thanks and «понятно» after an answer can be given as a vote", () => {
  expect(shown("спасибо", answered("pay-lunch"))).toMatch(/^Пожалуйста![\s\S]*👍[\s\S]*👎/u);
  expect(shown("спасибо", offered)).not.toContain("👍");
});

test("after a pointer elsewhere it is repeated: more is not known", () => {
  const pointed: LastReply = { ...answered("weather"), kind: "topic" };
  expect(shown("подробнее", pointed)).toMatch(/Больше об этом я не знаю[\s\S]*О погоде я не знаю/u);
});

test("a person is asked where there is one, whatever was said before; otherwise the contact", () => {
  for (const last of [undefined, answered("pay-lunch")]) {
    expect(shown("хочу поговорить с человеком", last)).toContain("Позвоните секретарю.");
    expect(reply("позовите сотрудника", last, true).openQuestion).toContain("позовите сотрудника");
    expect(shown("кто за это отвечает в школе?", last)).toContain("Позвоните секретарю.");
  }
});

test("without a last reply such words are read as before", () => {
  expect(talk.ask("подробнее", undefined).outcome).toBe("none");
  expect(talk.ask("спасибо", undefined).outcome).toBe("smalltalk");
});

test("what the content holds word for word is never talk about the talk", () => {
  const faq = {
    ...FAQ,
    entries: FAQ.entries.map((entry) =>
      entry.id === "pay-lunch" ? { ...entry, phrases: [...entry.phrases, "подробнее"] } : entry,
    ),
  };
  const other = createTalk(faq, createMatcher(faq));
  expect(other.ask("подробнее", answered("lost-book")).answers[0]?.id).toBe("pay-lunch");
});

test("an entry that is gone since leaves the words to themselves", () => {
  expect(talk.ask("подробнее", answered("gone")).outcome).toBe("none");
});
