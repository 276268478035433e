import { expect, test } from "vitest";
import { createMatcher } from "../../search/matcher.ts";
import type { Faq } from "../../faq/faq.ts";
import type { MessageEvent } from "../event.ts";
import type { LastReply } from "../last-reply.ts";
import { decodePayload } from "../payload.ts";
import type { OutMessage } from "../reply.ts";
import { createTalk } from "../talk.ts";
import { messageOf, showMessage } from "../../../test/support/dialog/show.ts";
import { SMALL_FAQ } from "../../../test/support/dialog/small-faq.ts";

const QUESTION_ID = "0123456789abcd-_";
const PLACE = { kind: "private", chatId: 7, userId: 70 } as const;
const EVENT: MessageEvent = {
  kind: "message",
  place: PLACE,
  messageId: "m",
  text: "",
  forwardedText: undefined,
  repliedMessageId: undefined,
  attachments: [],
  isEdited: false,
  isAddressed: true,
};

function talkOver(faq: Faq = SMALL_FAQ) {
  const talk = createTalk(faq, createMatcher(faq));
  return (text: string, last?: LastReply, username: string | undefined = "school_bot") => {
    const situation = { username, questionId: QUESTION_ID, retentionDays: 90, hasStaff: false };
    return messageOf(talk.replyTo({ ...EVENT, text }, { ...situation, last }));
  };
}

const say = talkOver();

/** The content with this button under each of the entries. */
function titled(titles: Readonly<Record<string, string>>): Faq {
  const entries = SMALL_FAQ.entries.map((entry) => ({
    ...entry,
    button: titles[entry.id] ?? entry.button,
  }));
  return { ...SMALL_FAQ, entries };
}

function buttonOf({ keyboard }: OutMessage, text: string) {
  return keyboard.flat().find((button) => button.text === text);
}

test("an answer has five rows: votes and sharing, three related questions, the way back", () => {
  const rows = say("как оплатить обеды").keyboard.map((row) => row.map(({ text }) => text));
  expect(rows).toHaveLength(3);
  expect(rows[0]).toEqual(["👍", "👎", "Поделиться"]);
  const related = ["take-book", "lost-book", "menu-today", "pay-lunch"];
  const entries = SMALL_FAQ.entries.map((entry) => ({ ...entry, related }));
  const crowded = talkOver({ ...SMALL_FAQ, entries })("как оплатить обеды");
  expect(crowded.keyboard).toHaveLength(5);
  const two = talkOver({ ...SMALL_FAQ, entries })("потерял книгу? как оплатить обеды?");
  expect(two.keyboard.length).toBeLessThanOrEqual(5);
});

test("a related question is said by its button, and its answer is found by that", () => {
  const answer = say("как оплатить обеды");
  expect(buttonOf(answer, "Что сегодня на обед")).toEqual({
    kind: "message",
    text: "Что сегодня на обед",
  });
  const opened = say("Что сегодня на обед", answer.about);
  expect(showMessage(opened)).toContain("Ответ: menu-today.");
  // As before, when it was a tap: nobody asked this in their own words.
  expect(opened.note).toBeUndefined();
  // Half an hour later it is a question like any other.
  const asked = say("Что сегодня на обед");
  expect(showMessage(asked)).toContain("Ответ: menu-today.");
  expect(asked.note).toMatchObject({ kind: "asked", itemId: "menu-today" });
});

test("who chooses what was offered under an answer has chosen it for their question", () => {
  const answer = say("Ребёнок потерял книгу. И про обеды ещё.");
  const [offered = ""] = answer.about?.offeredIds ?? [];
  const title = SMALL_FAQ.entries.find(({ id }) => id === offered)?.button ?? "";
  expect(buttonOf(answer, title)?.kind).toBe("message");
  const chosen = say(title, answer.about);
  expect(chosen.note).toEqual({ kind: "chosen", questionId: QUESTION_ID, entryId: offered });
});

test.each([
  [{ "menu-today": "А".repeat(30) + " и что будет завтра" }, "a title that is cut on the button"],
  [{ "menu-today": "взять книгу" }, "a title that is a phrase of another entry"],
  [{ "menu-today": "/menu" }, "a title that is a command"],
])("%j is tapped by its entry, and answered anew: %s", (titles, _why) => {
  const over = talkOver(titled(titles));
  const answer = over("как оплатить обеды");
  const row = answer.keyboard[1] ?? [];
  expect(row.map(({ kind }) => kind)).toEqual(["callback"]);
  const [button] = row;
  const payload = button?.kind === "callback" ? decodePayload(button.payload) : undefined;
  expect(payload).toEqual({ kind: "entry", entryId: "menu-today", isAnew: true });
});

test("of two entries with one title each is opened by its own button", () => {
  const shared = titled({ "menu-today": "Обеды", "take-book": "Обеды" });
  const related = ["take-book", "menu-today"];
  const entries = shared.entries.map((entry) => ({ ...entry, related }));
  const talk = talkOver({ ...shared, entries });
  const answer = talk("как оплатить обеды");
  const kinds = answer.keyboard.slice(1, 3).map(([button]) => button?.kind);
  expect(new Set(kinds)).toEqual(new Set(["callback", "message"]));
  const at = kinds.indexOf("message");
  const opened = talk("Обеды", answer.about);
  expect(showMessage(opened)).toContain(`Ответ: ${related[at]}.`);
});

test("the link of an answer is behind words, for forwarding drops the buttons", () => {
  const { text } = say("потерял книгу");
  expect(text.map((span) => span.text).join("")).not.toContain("http");
  expect(text.at(-1)).toEqual({
    text: "Ссылка на ответ",
    url: "https://max.ru/school_bot?start=lost-book",
  });
});
