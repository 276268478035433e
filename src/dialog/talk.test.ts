import { assert as assertProperty, property, string } from "fast-check";
import { expect, test } from "vitest";
import { decodePayload } from "./payload.ts";
import { NOTHING_FORGOTTEN } from "./parent/privacy.ts";
import { createMatcher } from "../search/matcher.ts";
import type { AttachmentKind, MessageEvent, Place } from "./event.ts";
import { createTalk } from "./talk.ts";
import { messageOf, showMessage } from "../../test/support/dialog/show.ts";
import { sideTopic, SMALL_FAQ } from "../../test/support/dialog/small-faq.ts";

const talk = createTalk(SMALL_FAQ, createMatcher(SMALL_FAQ));
const SITUATION = {
  username: undefined,
  questionId: "0123456789abcdef",
  retentionDays: 90,
  hasStaff: false,
};
const HOME: Place = { kind: "private", chatId: 7, userId: 70 };

function message(changes: Partial<MessageEvent>): MessageEvent {
  return {
    kind: "message",
    place: HOME,
    messageId: "mid.1",
    text: "",
    forwardedText: undefined,
    repliedMessageId: undefined,
    attachments: [],
    isEdited: false,
    isAddressed: true,
    ...changes,
  };
}

function said(changes: Partial<MessageEvent>): string {
  return showMessage(messageOf(talk.replyTo(message(changes), SITUATION)));
}

function tapped(payload: string): string {
  return showMessage(
    messageOf(talk.replyTo({ kind: "tap", place: HOME, callbackId: "c1", payload: decodePayload(payload) }, SITUATION)),
  );
}

function payloadUnder(shown: { keyboard: readonly (readonly { text: string }[])[] }, title: string) {
  const button = shown.keyboard.flat().find(({ text }) => text === title);
  return button !== undefined && "payload" in button ? String(button.payload) : "";
}

test("the first contact gets a greeting and the categories as buttons", () => {
  const reply = talk.replyTo({ kind: "started", place: HOME, payload: undefined }, SITUATION);
  expect(reply.kind).toBe("send");
  const shown = showMessage(messageOf(reply));
  expect(shown).toContain("Здравствуйте!");
  expect(shown).toMatch(/\[Библиотека\]\n\[Столовая\]$/u);
});

test("a start link that names an entry opens it, typed or followed", () => {
  const reply = talk.replyTo({ kind: "started", place: HOME, payload: "lost-book" }, SITUATION);
  expect(showMessage(messageOf(reply))).toContain("Ответ: lost-book.");
  expect(said({ text: "/start lost-book" })).toContain("Ответ: lost-book.");
});

test("a start link to an entry that is gone says so and greets", () => {
  expect(said({ text: "/start removed-long-ago" })).toMatch(/по этой ссылке[\s\S]*Здравствуйте!/u);
});

test("an answer has the question as heading, related questions, the way back and all questions", () => {
  const shown = said({ text: "как оплатить обеды" });
  expect(shown).toMatch(/^Как оплатить обеды\?\n\nОтвет: pay-lunch\.\n/u);
  expect(shown).toContain("[Что сегодня на обед]");
  expect(shown).toMatch(/\[К разделу\] \[Все вопросы\]$/u);
});

test("two questions in one message get both answers in one reply, each to be voted on and shared", () => {
  const reply = talk.replyTo(message({ text: "Ребёнок потерял книгу, что делать? И как оплатить обеды?" }), {
    ...SITUATION,
    username: "school_bot",
  });
  expect(showMessage(messageOf(reply))).toMatch(
    /^1\. [\s\S]*Ответ: lost-book\.[\s\S]*\n2\. [\s\S]*Ответ: pay-lunch\.[\s\S]*\n\[1 👍\] \[1 👎\] \[Поделиться\]\n\[2 👍\] \[2 👎\] \[Поделиться\]\n/u,
  );
});

test("a topic that a part of the message asks for is said beside the answer", () => {
  const shown = said({ text: "Как оплатить обеды? И какая погода завтра?" });
  expect(shown).toMatch(/Ответ: pay-lunch\.[\s\S]*О погоде я не знаю\.[\s\S]*\[👍\]/u);
});

test("what else a message may ask for is offered first under the answer", () => {
  const shown = said({ text: "Ребёнок потерял книгу. И про обеды ещё." });
  expect(shown).toMatch(/Ответ: lost-book\.[\s\S]*\[👎\]\n\[(?:Как оплатить обеды|Что сегодня на обед)\]/u);
});

test("an unclear question gets the nearest entries to choose from", () => {
  const cautious = {
    ...SMALL_FAQ,
    settings: { ...SMALL_FAQ.settings, answerThreshold: 0.99 },
  };
  const reply = createTalk(cautious, createMatcher(cautious)).replyTo(message({ text: "книга" }), SITUATION);
  expect(showMessage(messageOf(reply))).toMatch(/^Уточните[\s\S]*\[Как взять книгу в библиотеке\]/u);
  expect(messageOf(reply).openQuestion).toBe("книга");
});

test("a question without an answer gets the contact, the sections and the menu", () => {
  const shown = said({ text: "qwertyuiop zxcvbn" });
  expect(shown).toContain("Я не знаю ответа");
  expect(shown).toContain("Позвоните секретарю.");
  expect(shown).toMatch(/\[Все вопросы\]$/u);
});

test("small talk and topics get their own answers", () => {
  expect(said({ text: "Спасибо большое!" })).toMatch(/^Пожалуйста!/u);
  expect(said({ text: "какая погода завтра" })).toMatch(/^О погоде я не знаю\./u);
});

test("a topic leads to its related entries, after those that the message may have meant", () => {
  const related = ["menu-today", "take-book", "gone", "lost-book", "pay-lunch"];
  const [topic] = SMALL_FAQ.topics;
  if (topic === undefined) throw new Error("the content has no topic");
  const faq = { ...SMALL_FAQ, topics: [{ ...topic, title: "Погода", related }] };
  const leading = createTalk(faq, createMatcher(faq));
  const saidTo = (text: string) => {
    const shown = showMessage(messageOf(leading.replyTo(message({ text }), SITUATION)));
    return shown.split("\n").filter((line) => line !== "");
  };
  expect(saidTo("какая погода завтра")).toEqual([
    "О погоде я не знаю.",
    "[Что сегодня на обед]",
    "[Как взять книгу в библиотеке]",
    "[Что делать, если книга потеряна]",
    "[👎 Не то] [Все вопросы]",
  ]);
  expect(saidTo("прогноз погоды, книга пропала").slice(1)).toEqual([
    expect.stringMatching(/^Возможно/u),
    "[Что делать, если книга потеряна]",
    "[Что сегодня на обед]",
    "[Как взять книгу в библиотеке]",
    "[👎 Не то] [Все вопросы]",
  ]);
  expect(leading.explain("какая погода").candidates[0]?.title).toBe("Погода");
});

test("the menu leads by taps to a section, an answer and back, each tap editing the message", () => {
  const menu = talk.replyTo(
    { kind: "tap", place: HOME, callbackId: "c1", payload: { kind: "menu", page: 0 } },
    SITUATION,
  );
  expect(menu.kind).toBe("replace");
  const section = tapped(payloadUnder(messageOf(menu), "Библиотека"));
  expect(section).toMatch(/^Библиотека[\s\S]*\[Что делать, если книга потеряна\]\n\[← Все вопросы\]$/u);
  expect(tapped("1:entry:lost-book")).toContain("Ответ: lost-book.");
});

test("«Все вопросы», as its button says it, is the menu", () => {
  const menu = said({ text: "/menu" });
  expect(said({ text: " Все вопросы " })).toBe(menu);
  expect(talk.explain("Все вопросы").reasons).toEqual(talk.explain("/menu").reasons);
});

test.each([
  ["1:entry:lost-book:0123456789abcdef", "an offered entry", "replace"],
  ["1:entry:lost-book:new", "a related entry that its title does not open", "send"],
  ["1:category:library:0", "a section from the menu, or under an answer of last month", "replace"],
  ["1:category:library:0:new", "a section under an answer", "send"],
  ["1:share:lost-book", "a text to share", "send"],
  ["1:share-bot", "the bot, shared from the menu", "replace"],
  ["1:not-that:0123456789abcdef:lost-book:", "none of the suggestions", "replace"],
])("%j, %s, is answered by %s", (payload, _what, kind) => {
  const tap = { kind: "tap", place: HOME, callbackId: "c1" } as const;
  const event = { ...tap, payload: decodePayload(payload) };
  const reply = talk.replyTo(event, { ...SITUATION, username: "school_bot" });
  expect(showMessage(messageOf(reply))).not.toContain("устарела");
  expect(reply.kind).toBe(kind);
});

test.each([
  ["", "an empty payload"],
  ["0:entry:lost-book", "another version"],
  ["1:entry:no-such", "an entry that is gone"],
  ["1:category:no-such:0", "a section that is gone"],
  ["1:menu:-1", "a forged page"],
  ["1:entry:lost-book:x:y", "too many parts"],
  ["constructor", "rubbish"],
])("a tap on %j (%s) gets a friendly answer and the menu", (payload) => {
  expect(tapped(payload)).toMatch(/^Эта кнопка устарела[\s\S]*\[Библиотека\]/u);
});

test.each<[AttachmentKind | undefined, RegExp]>([
  ["image", /Картинки/u],
  ["video", /Видео/u],
  ["audio", /Голосовые/u],
  ["file", /Файлы/u],
  ["sticker", /стикер/u],
  ["contact", /Контакты/u],
  ["location", /Местоположение/u],
  ["share", /ссылкам/u],
  ["other", /словами/u],
  [undefined, /словами/u],
])("a message with %s and no text is answered", (kind, expected) => {
  expect(said({ attachments: kind === undefined ? [] : [kind] })).toMatch(expected);
});

test.each([
  ["[стикер]", /стикер/u],
  ["[Стикер: котик]", /стикер/u],
  ["(Sticker)", /стикер/u],
  ["[Голосовое сообщение]", /Голосовые/u],
  ["[Видео]", /Видео/u],
  ["[фотография]", /Картинки/u],
  ["[Файл]", /Файлы/u],
  ["[геопозиция]", /Местоположение/u],
])("%s tells of an attachment, and is answered like it", (text, expected) => {
  expect(said({ text })).toMatch(expected);
  const reply = talk.replyTo(message({ text }), SITUATION);
  expect(messageOf(reply)).not.toHaveProperty("note");
});

test("what the content says to a sticker comes before that", () => {
  const thanks = sideTopic("sticker", ["[стикер]"], "Какой красивый!");
  const faq = { ...SMALL_FAQ, smalltalk: [...SMALL_FAQ.smalltalk, thanks] };
  const own = createTalk(faq, createMatcher(faq));
  const reply = own.replyTo(message({ text: "[Стикер]" }), SITUATION);
  expect(showMessage(messageOf(reply))).toContain("Какой красивый!");
});

test("a question beside such a word is a question", () => {
  expect(said({ text: "[фото] потерял книгу" })).toContain("Ответ: lost-book.");
});

test.each(["😀😀", "???", ".", "   "])("%j has no words and is told so", (text) => {
  expect(said({ text })).toContain("словами");
});

test("the text of a forwarded message is answered", () => {
  expect(said({ forwardedText: "потерял книгу" })).toContain("Ответ: lost-book.");
  expect(said({ text: "а это?", forwardedText: "потерял книгу" })).toContain("Ответ: lost-book.");
});

test("an edited message is answered like a new one", () => {
  expect(said({ text: "потерял книгу", isEdited: true })).toContain("Ответ: lost-book.");
});

test("the caption of a picture is a question", () => {
  expect(said({ text: "потерял книгу", attachments: ["image"] })).toContain("Ответ: lost-book.");
});

test("an unknown command is answered with the help", () => {
  expect(said({ text: "/frobnicate now" })).toMatch(/Такой команды я не знаю[\s\S]*\/menu/u);
});

test("whatever is written or tapped, there is one reply with a text, in MAX's limits", () => {
  const anything = string({ unit: "binary", maxLength: 300 });
  assertProperty(
    property(anything, anything, (text, payload) => {
      const replies = [
        talk.replyTo(message({ text }), { ...SITUATION, username: "bot" }),
        talk.replyTo(
          { kind: "tap", place: HOME, callbackId: "c", payload: decodePayload(payload) },
          { ...SITUATION, username: "bot" },
        ),
        talk.replyTo({ kind: "started", place: HOME, payload }, { ...SITUATION, username: "bot" }),
      ];
      for (const reply of replies) {
        const { text: said, keyboard: rows } = messageOf(reply);
        expect(said.length).toBeGreaterThan(0);
        expect(rows.length).toBeLessThanOrEqual(30);
        for (const row of rows) expect(row.length).toBeLessThanOrEqual(7);
      }
    }),
    { numRuns: 300 },
  );
});

test("a message of 4,000 characters is answered", () => {
  expect(said({ text: "книга ".repeat(666) })).not.toBe("");
});

function openQuestionOf(changes: Partial<MessageEvent>, over = talk): string | undefined {
  return messageOf(over.replyTo(message(changes), SITUATION)).openQuestion;
}

test.each([
  ["nothing is known", { text: "ъыъ шмя" }, "ъыъ шмя"],
  ["somebody forwards what they ask about", { text: "а это?", forwardedText: "ъыъ шмя" }, "а это?\n\nъыъ шмя"],
  ["it is answered", { text: "потерял книгу" }, undefined],
  ["it is small talk", { text: "спасибо" }, undefined],
  ["a topic leads elsewhere", { text: "какая завтра погода" }, undefined],
  ["there are no words", { text: "???" }, undefined],
])("whether a question stays open when %s", (_why, changes, open) => {
  expect(openQuestionOf(changes)).toBe(open);
});

test("a topic that names the contact of the school leaves the question open", () => {
  const [topic] = SMALL_FAQ.topics;
  if (topic === undefined) throw new Error("the content has no topic");
  const faq = {
    ...SMALL_FAQ,
    topics: [{ ...topic, answer: `Не знаю. ${SMALL_FAQ.organization.contact}.` }],
  };
  const text = "какая завтра погода";
  expect(openQuestionOf({ text }, createTalk(faq, createMatcher(faq)))).toBe(text);
});

test("/privacy says who runs the bot, what is kept and how long, and offers to delete it", () => {
  const shown = said({ text: "/privacy" });
  expect(shown).toMatch(/^Бота ведёт Школа № 1\.[\s\S]*мессенджер MAX\./u);
  expect(shown).toMatch(/хранится 90 дней, потом удаляется[\s\S]*\n\[Удалить мои данные\]\n/u);
  expect(shown).toMatch(/узнать уже нельзя\. Исключение — отметка 👎/u);
  expect(shown).not.toContain("сотруднику");
  const withStaff = talk.replyTo(message({ text: "/privacy" }), { ...SITUATION, hasStaff: true });
  expect(showMessage(messageOf(withStaff))).toContain("О переданном я 90 дней помню, чей он");
  expect(said({ text: "/help" })).toContain("/privacy");
  const event = { kind: "tap", place: HOME, callbackId: "c", payload: { kind: "forget" } } as const;
  expect(talk.replyTo(event, SITUATION)).toEqual({ kind: "forget", place: HOME, callbackId: "c" });
});

test.each([
  [{ questions: 2, votes: 1 }, "Удалено: сегодняшних вопросов — 2, отметок под ответами — 1."],
  [{ votes: 3, passedOn: 1 }, "Удалено: отметок под ответами — 3, вопросов для сотрудников — 1."],
  [{ unanswered: 2 }, "Удалено: сообщений, на которые я не смог ответить, — 2."],
  [{ drafts: 1 }, "Удалено: начатая запись команды /new."],
  [{}, "Ничего, что связано с вами"],
])("what was deleted is said: %j", (deleted, expected) => {
  expect(showMessage(talk.forgotten({ ...NOTHING_FORGOTTEN, ...deleted }))).toContain(expected);
});
