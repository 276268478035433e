import { expect, test } from "vitest";
import { createMatcher } from "../../search/matcher.ts";
import type { MessageEvent, Place } from "../event.ts";
import { decodePayload, encodePayload, type Payload } from "../payload.ts";
import type { LastReply } from "../last-reply.ts";
import type { OutMessage } from "../reply.ts";
import { withPersonOffer } from "../support-messages.ts";
import { createTalk, type PrivateEvent } from "../talk.ts";
import { messageOf, showMessage } from "../../../test/support/dialog/show.ts";
import { SMALL_FAQ } from "../../../test/support/dialog/small-faq.ts";

const talk = createTalk(SMALL_FAQ, createMatcher(SMALL_FAQ));
const HOME: Place = { kind: "private", chatId: 7, userId: 70 };
const QUESTION_ID = "0123456789abcd-_";

function replyTo(event: PrivateEvent, questionId = QUESTION_ID, from = talk, last?: LastReply): OutMessage {
  const situation = { username: undefined, questionId, retentionDays: 90, hasStaff: false, last };
  return messageOf(from.replyTo(event, situation));
}

function asked(text: string, from = talk, last?: LastReply): OutMessage {
  const rest = {
    messageId: "m",
    forwardedText: undefined,
    repliedMessageId: undefined,
    attachments: [],
    isEdited: false,
  };
  const event: MessageEvent = { kind: "message", place: HOME, text, isAddressed: true, ...rest };
  return replyTo(event, QUESTION_ID, from, last);
}

/** A tap, which has an id of its own. */
function tap({ keyboard, about }: OutMessage, title: string, from = talk): OutMessage {
  const button = keyboard.flat().find(({ text }) => text === title);
  if (button?.kind === "message") return asked(button.text, from, about);
  const payload = button !== undefined && "payload" in button ? button.payload : "";
  const event = {
    kind: "tap",
    place: HOME,
    callbackId: "c",
    payload: decodePayload(payload),
  } as const;
  return replyTo(event, "ffffffffffffffff", from);
}

test("an answer is voted on with one tap, the vote is shown and can be changed", () => {
  const answer = asked("потерял книгу");
  expect(showMessage(answer)).toContain("\n[👍] [👎]\n");
  const up = tap(answer, "👍");
  expect(showMessage(up)).toBe(showMessage(answer).replace("[👍]", "[👍 ✓]"));
  const subject = { entryId: "lost-book", questionId: QUESTION_ID };
  expect(up.note).toEqual({ kind: "voted", value: "up", reason: undefined, ...subject });
  const down = tap(up, "👎");
  expect(down.note).toMatchObject({ value: "down", reason: undefined, ...subject });
  expect(tap(down, "👍").note).toMatchObject({ value: "up", ...subject });
});

test("who was not helped is asked why in one tap, thanked and told whom to ask", () => {
  const why = tap(asked("потерял книгу"), "👎");
  expect(showMessage(why)).toMatch(
    /Ответ: lost-book\.\n\nЧто не так с ответом\?\n\[Не мой вопрос\]\n\[Непонятно\] \[Устарело\]\n\[👍\] \[👎 ✓\]\n/u,
  );
  const thanks = tap(why, "Устарело");
  expect(showMessage(thanks)).toMatch(/Ответ: lost-book\.\n\nСпасибо[^\n]*Позвоните секретарю\.\n\[👍\] \[👎 ✓\]\n/u);
  expect(thanks.note).toMatchObject({ value: "down", reason: "outdated" });
});

test("an entry opened by a button can be voted on, a choice counts for the question it was offered for", () => {
  const cautious = { ...SMALL_FAQ, settings: { ...SMALL_FAQ.settings, answerThreshold: 0.99 } };
  const offering = createTalk(cautious, createMatcher(cautious));
  const opened = tap(asked("книга", offering), "Как взять книгу в библиотеке", offering);
  const subject = { questionId: QUESTION_ID, entryId: "take-book" };
  expect(opened.note).toEqual({ kind: "chosen", ...subject });
  expect(tap(opened, "👍", offering).note).toMatchObject(subject);
  const related = tap(asked("как оплатить обеды"), "Что сегодня на обед");
  expect(related.note).toBeUndefined();
  const vote = { kind: "voted", entryId: "menu-today", value: "up", questionId: undefined };
  expect(tap(related, "👍").note).toMatchObject(vote);
});

test("a question that may have meant something else keeps its other buttons through a vote", () => {
  const subject = {
    entryId: "lost-book",
    questionId: QUESTION_ID,
    otherIds: ["pay-lunch", "gone"],
  };
  const payload = encodePayload({ kind: "vote", value: "up", subject });
  const reply = replyTo({
    kind: "tap",
    place: HOME,
    callbackId: "c",
    payload: decodePayload(payload),
  });
  expect(showMessage(reply)).toContain("\n[Как оплатить обеды]\n");
  expect(tap(reply, "Как оплатить обеды").note).toMatchObject({ kind: "chosen" });
});

test("each of several answers has votes of its own, and stays beside the others when it is voted on", () => {
  const both = asked("потерял книгу, что делать? и как оплатить обеды?");
  expect(showMessage(both)).toContain("\n[1 👍] [1 👎]\n[2 👍] [2 👎]\n");
  const up = tap(both, "2 👍");
  expect(showMessage(up)).toBe(showMessage(both).replace("[2 👍]", "[2 👍 ✓]"));
  expect(up.note).toMatchObject({ entryId: "pay-lunch", value: "up", questionId: QUESTION_ID });
  const why = tap(up, "1 👎");
  expect(why.note).toMatchObject({ entryId: "lost-book", value: "down" });
  expect(showMessage(why)).toMatch(/Ответ: lost-book\.\n\nЧто не так с ответом\?/u);
  const thanks = showMessage(tap(why, "Устарело"));
  expect(thanks).toContain("Ответ: pay-lunch.");
  expect(thanks).toContain("Спасибо");
  expect(thanks).toContain("[1 👎 ✓]");
});

test("several answers that do not fit one message become buttons, the last ones first", () => {
  const entries = SMALL_FAQ.entries.map((entry) => ({ ...entry, answer: "слово ".repeat(400) }));
  const long = { ...SMALL_FAQ, entries };
  const talkative = createTalk(long, createMatcher(long));
  const shown = asked("потерял книгу, что делать? и как оплатить обеды?", talkative);
  expect(showMessage(shown).length).toBeLessThan(4000);
  expect(showMessage(shown)).toContain("\n[👍] [👎]\n[Как оплатить обеды]\n");
});

test("an answer that fills its message makes room for the question why", () => {
  const long = { ...SMALL_FAQ, entries: SMALL_FAQ.entries.map((entry) => ({ ...entry })) };
  const entries = long.entries.map((entry) => ({ ...entry, answer: "слово ".repeat(640) }));
  const talkative = createTalk({ ...long, entries }, createMatcher({ ...long, entries }));
  const answer = asked("потерял книгу", talkative);
  const cut = tap(answer, "👎", talkative);
  expect(showMessage(cut).length).toBeLessThan(4000);
  expect(showMessage(cut)).toContain("Что не так с ответом?");
});

test("a topic can be voted against, stays as it was, and is what the journal names", () => {
  const [topic] = SMALL_FAQ.topics;
  if (topic === undefined) throw new Error("the content has no topic");
  const faq = { ...SMALL_FAQ, topics: [{ ...topic, related: ["take-book"] }] };
  const leading = createTalk(faq, createMatcher(faq));
  const said = asked("какая погода завтра", leading);
  const why = tap(said, "👎 Не то", leading);
  expect(why.note).toMatchObject({ kind: "voted", entryId: topic.id, questionId: QUESTION_ID });
  expect(showMessage(why)).toMatch(/^О погоде я не знаю\.\n\nЧто не так с ответом\?\n/u);
  expect(showMessage(tap(why, "← К ответу", leading))).toContain("О погоде я не знаю.");
  const thanks = tap(why, "Не мой вопрос", leading);
  expect(showMessage(thanks)).toContain("\n[👎 Не то ✓] [Все вопросы]");
  expect(showMessage(tap(why, "👍", leading))).toBe(showMessage(said));
  expect(thanks.note).toMatchObject({ entryId: topic.id, reason: "not-my-question" });
});

test("what did not help can be handed on by what it is called", () => {
  const why = tap(asked("потерял книгу"), "👎");
  expect(why.openQuestion).toBe("Ответ не помог: «Что делать, если книга потеряна?»");
  expect(tap(why, "Устарело").openQuestion).toBe(why.openQuestion);
  expect(tap(why, "👍").openQuestion).toBeUndefined();
});

test("who finds none of the suggestions right is told what to do next, with the way to a person kept", () => {
  const cautious = { ...SMALL_FAQ, settings: { ...SMALL_FAQ.settings, answerThreshold: 0.99 } };
  const offering = createTalk(cautious, createMatcher(cautious));
  const suggested = asked("книга", offering);
  const next = tap(suggested, "👎 Не то", offering);
  expect(showMessage(next)).toMatch(
    /другими словами[^]*Позвоните секретарю\.\n\[Библиотека\]\n\[Столовая\]\n\[Все вопросы\]$/u,
  );
  expect(next.note).toEqual({ kind: "setback", questionId: QUESTION_ID, setback: "not-that" });
  const personId = "A".repeat(22);
  const offered = tap(withPersonOffer(suggested, personId), "👎 Не то", offering);
  const person = offered.keyboard.flat().find(({ text }) => text === "Спросить сотрудника");
  expect(person).toMatchObject({ payload: `1:person:${personId}` });
});

test.each<Payload>([
  { kind: "menu", page: 3 },
  { kind: "category", categoryId: "a", page: 0 },
  { kind: "entry", entryId: "a" },
  { kind: "entry", entryId: "a", questionId: QUESTION_ID },
  { kind: "entry", entryId: "a", isAnew: true },
  { kind: "entry", entryId: "a", questionId: QUESTION_ID, isAnew: true },
  { kind: "category", categoryId: "a", page: 2, isAnew: true },
  { kind: "not-that", questionId: undefined, offeredIds: [] },
  { kind: "not-that", questionId: QUESTION_ID, offeredIds: ["a", "b"], personId: "p" },
  { kind: "share-bot" },
  {
    kind: "vote",
    value: "up",
    subject: { entryId: "a", questionId: undefined, otherIds: [] },
  },
  {
    kind: "reason",
    reason: "not-my-question",
    subject: {
      entryId: "a".repeat(60),
      questionId: QUESTION_ID,
      otherIds: ["b", "c", "d", "e"].map((letter) => letter.repeat(60)),
      answerIds: ["a", "f", "g"].map((letter) => letter.repeat(60)),
    },
  },
])("what a button carries comes back as it was: %j", (payload) => {
  const text = encodePayload(payload);
  expect(text.length).toBeLessThanOrEqual(560);
  expect(decodePayload(text)).toEqual(payload);
});

test.each([
  ["1:vote:sideways:a::", "no such vote"],
  ["1:vote:up:::", "nothing to vote on"],
  ["1:vote:up:a:short:", "no id of a question"],
  ["1:vote:up:a::b,c,d,e,f", "too many others"],
  ["1:reason:ugly:a::", "no such reason"],
  ["1:entry:a:0123456789abcdefg", "too long an id of a question"],
  ["1:entry:a:", "an empty id of a question"],
  ["1:entry:a:old", "no such mark"],
  ["1:category:a:0:new:new", "two marks"],
  ["1:not-that:short:a:", "no id of a question"],
  ["1:not-that::a,b,c,d,e:", "too many that were offered"],
])("%j is refused: %s", (text) => {
  expect(decodePayload(text)).toBeUndefined();
});
