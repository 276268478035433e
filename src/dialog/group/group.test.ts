import { expect, test } from "vitest";
import { createMatcher } from "../../search/matcher.ts";
import type { MessageEvent, Place } from "../event.ts";
import { lastOf, NEW_GROUP, withAnswer, withoutOld, type GroupState } from "./group-state.ts";
import type { GroupSituation, GroupTurn } from "./group.ts";
import { createTalk } from "../talk.ts";
import { showMessage } from "../../../test/support/dialog/show.ts";
import { SMALL_FAQ } from "../../../test/support/dialog/small-faq.ts";

const LONG = "Первый абзац ответа.\n\n" + "Длинное продолжение. ".repeat(60);
const FAQ = {
  ...SMALL_FAQ,
  entries: SMALL_FAQ.entries.map((entry) => (entry.id === "menu-today" ? { ...entry, answer: LONG } : entry)),
};
const talk = createTalk(FAQ, createMatcher(FAQ));
const CLASS: Place = { kind: "group", chatId: -5, userId: 70 };
const SITUATION: GroupSituation = {
  now: 1_000_000,
  username: "school_bot",
  state: NEW_GROUP,
  isChatAdmin: undefined,
  canRead: undefined,
};

function written(text: string, changes: Partial<MessageEvent> = {}): MessageEvent {
  return {
    kind: "message",
    place: CLASS,
    messageId: "mid.q",
    text,
    forwardedText: undefined,
    repliedMessageId: undefined,
    attachments: [],
    isEdited: false,
    isAddressed: true,
    ...changes,
  };
}

function turn(text: string, situation: Partial<GroupSituation> = {}): GroupTurn {
  return talk.turnInGroup(written(text), { ...SITUATION, ...situation });
}

function shown({ reply }: GroupTurn): string {
  return reply?.kind === "send" ? showMessage(reply.message) : "";
}

test("a question is answered as a reply to the asker, with its link and two related at most", () => {
  const given = turn("потерял книгу");
  expect(given.reply).toMatchObject({ kind: "send", replyTo: "mid.q" });
  expect(shown(given)).toMatch(/Ответ: lost-book\.\n\nСсылка на ответ/u);
  const url = "https://max.ru/school_bot?start=lost-book";
  expect(given.reply).toMatchObject({
    message: { text: expect.arrayContaining([{ text: "Ссылка на ответ", url }]) },
  });
  expect(shown(given).match(/^\[/gmu)?.length).toBeLessThanOrEqual(2);
  expect(given.answeredEntryId).toBe("lost-book");
});

test("a topic's related entries open in the private chat", () => {
  const topics = FAQ.topics.map((topic) => ({ ...topic, related: ["lost-book"] }));
  const faq = { ...FAQ, topics };
  const leading = createTalk(faq, createMatcher(faq));
  expect(shown(leading.turnInGroup(written("какая завтра погода"), SITUATION))).toMatch(
    /^О погоде я не знаю\.\n\[Что делать, если книга потеряна\]$/u,
  );
});

test("of two questions in a group the first is answered, and the other leads to the private chat", () => {
  const given = shown(turn("потерял книгу, что делать? И как оплатить обеды?"));
  expect(given).toContain("Ответ: lost-book.");
  expect(given).toMatch(/^\[Как оплатить обеды[^\]]*\]/mu);
});

test.each<[string, Partial<MessageEvent>]>([
  ["a sticker", { attachments: ["sticker"] }],
  ["a voice message", { attachments: ["audio"] }],
  ["a thumb", { text: "👍🏽" }],
  ["smiles", { text: ")))" }],
  ["a plus", { text: "+" }],
])("%s in reply to the bot asks nothing, and is let be", (_what, changes) => {
  const reply = written("", { repliedMessageId: "mid.a", ...changes });
  expect(talk.turnInGroup(reply, SITUATION)).toEqual({ reply: undefined, state: NEW_GROUP });
});

test("buttons in a group only lead to the private chat: nobody rewrites what others read", () => {
  const { reply } = turn("потерял книгу");
  const buttons = reply?.kind === "send" ? reply.message.keyboard.flat() : [];
  expect(buttons.length).toBeGreaterThan(0);
  expect(buttons.every(({ kind }) => kind === "link")).toBe(true);
});

test("a long answer is begun, and opens in the private chat", () => {
  const text = shown(turn("что дают на обед"));
  expect(text).toContain("Первый абзац ответа.");
  expect(text).not.toContain("Длинное продолжение");
  expect(text).toContain("[Ответ полностью]");
});

test("the same question again is pointed to the answer above", () => {
  const state = withAnswer(NEW_GROUP, { entryId: "lost-book", messageId: "mid.a", at: 900_000 });
  const given = turn("книга пропала что делать", { state });
  expect(given.reply).toMatchObject({ kind: "send", replyTo: "mid.a" });
  expect(shown(given)).toBe("На этот вопрос я ответил чуть выше.");
  // Where the answer above was deleted, there is nothing to point to.
  const { unquoted } = given.reply?.kind === "send" ? given.reply : {};
  expect(unquoted && showMessage(unquoted)).toBe(shown(turn("книга пропала что делать")));
});

test("an answer of an hour ago is given anew", () => {
  const state = withAnswer(NEW_GROUP, { entryId: "lost-book", messageId: "mid.a", at: 0 });
  expect(shown(turn("потерял книгу", { state, now: 3_600_000 }))).toContain("Ответ: lost-book.");
});

test("what the bot does not know takes one line and a link", () => {
  expect(shown(turn("синхрофазотрон"))).toBe("Я не знаю ответа на этот вопрос. Спросить в личном чате");
});

test.each(["/help", "/faq", "/menu", ""])("%j shows how to ask", (text) => {
  expect(shown(turn(text))).toMatch(/@school_bot[\s\S]*\[Спросить в личном чате\]/u);
});

test.each([
  ["/start", "people type it to whatever bot there is"],
  ["/старт", "the same in Russian"],
  ["/weather", "it is of another bot"],
  ["/faq@weather_bot потерял книгу", "it names another bot"],
  ["/сколько можно", "nobody asks the bot with it"],
])("%j is met with silence in a group, in reply to the bot as well: %s", (text) => {
  const reply = written(text, { repliedMessageId: "mid.a" });
  expect(talk.turnInGroup(reply, SITUATION)).toEqual({ reply: undefined, state: NEW_GROUP });
});

test.each(["/poster", "/плакат", "/privacy"])("%j leads to the private chat in one line", (text) => {
  expect(shown(turn(text))).toBe("В общем чате я этого не делаю. Спросить в личном чате");
});

test.each([
  ["", "it says nothing itself"],
  ["👆", "it only points"],
  ["/faq", "the command alone"],
  ["глокая куздра", "what it says asks nothing that is known"],
])("%j in reply to somebody's question answers that question: %s", (text) => {
  const pointing = written(text, { repliedMessageId: "mid.x", repliedText: "потерял книгу" });
  const given = talk.turnInGroup(pointing, SITUATION);
  expect(shown(given)).toContain("Ответ: lost-book.");
  expect(given.note).toMatchObject({ kind: "asked", text: "потерял книгу" });
});

test("a question of its own in reply to somebody else is the one that is answered", () => {
  const own = written("как оплатить обеды?", { repliedText: "потерял книгу" });
  expect(shown(talk.turnInGroup(own, SITUATION))).toContain("Ответ: pay-lunch.");
  const thanks = written("спасибо", { repliedText: "потерял книгу" });
  expect(shown(talk.turnInGroup(thanks, SITUATION))).toBe("Пожалуйста!");
});

test("a reply to an answer of the last half hour is about that answer", () => {
  const state = withAnswer(NEW_GROUP, { entryId: "lost-book", messageId: "mid.a", at: 0 });
  const reply = written("а подробнее?", { repliedMessageId: "mid.a" });
  const about = { kind: "answer", itemIds: ["lost-book"], offeredIds: [], questionId: undefined };
  expect(lastOf(reply, state)).toEqual(about);
  expect(lastOf(written("а подробнее?"), state)).toBeUndefined();
  expect(lastOf(written("да", { repliedMessageId: "mid.b" }), state)).toBeUndefined();
  const minutes = (n: number) => withoutOld(state, n * 60_000);
  expect(lastOf(reply, minutes(29))).toEqual(about);
  expect(lastOf(reply, minutes(31))).toBeUndefined();
});

test("a short reply to an answer is read after that answer", () => {
  const given = { entryId: "lost-book", messageId: "mid.a", at: SITUATION.now };
  const situation = { ...SITUATION, state: withAnswer(NEW_GROUP, given) };
  const reply = written("а где это?", { repliedMessageId: "mid.a" });
  expect(shown(talk.turnInGroup(reply, situation))).toContain("[Что делать, если книга потеряна]");
  const alone = shown(talk.turnInGroup(written("а где это?"), situation));
  expect(alone).not.toContain("[Что делать, если книга потеряна]");
});

test("after ten minutes a question is answered anew, and both answers can be replied to", () => {
  const earlier = { entryId: "lost-book", messageId: "mid.a", at: 0 };
  const now = 11 * 60_000;
  const again = turn("потерял книгу", { state: withAnswer(NEW_GROUP, earlier), now });
  expect(shown(again)).toContain("Ответ: lost-book.");
  const given = { ...earlier, messageId: "mid.b", at: now };
  const state = withAnswer(again.state ?? NEW_GROUP, given);
  for (const repliedMessageId of ["mid.a", "mid.b"]) {
    expect(lastOf(written("", { repliedMessageId }), state)?.itemIds).toEqual(["lost-book"]);
  }
  const third = turn("потерял книгу", { state, now: now + 60_000 });
  expect(third.reply).toMatchObject({ replyTo: "mid.b" });
});

test("/faq and a question is a question", () => {
  expect(shown(turn("/faq потерял книгу"))).toContain("Ответ: lost-book.");
});

test("what is not addressed, and what is edited, is not answered", () => {
  for (const changes of [{ isAddressed: false }, { isEdited: true }]) {
    const given = talk.turnInGroup(written("потерял книгу", changes), SITUATION);
    expect(given).toEqual({ reply: undefined, state: NEW_GROUP });
  }
});

test("administrators switch it quiet and loud; quiet, it answers only them", () => {
  const quiet = turn("/quiet", { isChatAdmin: true });
  expect(quiet.state?.isQuiet).toBe(true);
  const state = quiet.state ?? NEW_GROUP;
  expect(turn("потерял книгу", { state, isChatAdmin: false }).reply).toBeUndefined();
  expect(shown(turn("потерял книгу", { state, isChatAdmin: true }))).toContain("lost-book");
  expect(turn("/loud", { state, isChatAdmin: true }).state?.isQuiet).toBe(false);
});

test("others cannot: they are told once, and not at all when it is quiet", () => {
  const refused = turn("/quiet", { isChatAdmin: false });
  expect(refused.state?.isQuiet).toBe(false);
  expect(shown(refused)).toContain("администраторов");
  const state: GroupState = { ...NEW_GROUP, isQuiet: true };
  const again = turn("/loud", { state, isChatAdmin: false });
  expect(again.reply).toBeUndefined();
  expect(again.state?.isQuiet).toBe(true);
});

test("a flood of one person is met with silence, others are answered, and it passes", () => {
  let state: GroupState | undefined = NEW_GROUP;
  for (let n = 0; n < 15; n++) state = turn("синхрофазотрон", { state: state ?? NEW_GROUP }).state;
  expect(turn("потерял книгу", { state: state ?? NEW_GROUP }).reply).toBeUndefined();
  const other = written("потерял книгу", { place: { ...CLASS, userId: 71 } });
  expect(talk.turnInGroup(other, { ...SITUATION, state: state ?? NEW_GROUP }).reply).toBeDefined();
  const later = { state: state ?? NEW_GROUP, now: SITUATION.now + 61_000 };
  expect(turn("потерял книгу", later).reply).toBeDefined();
});

test.each([
  [true, /^(?!.*администратором)/su],
  [false, /Назначьте меня, пожалуйста, администратором/u],
  [undefined, /Если я не отвечаю, назначьте/u],
])("added with the right to read %s, it introduces itself in one message", (canRead, expected) => {
  const given = talk.turnInGroup({ kind: "added", place: CLASS }, { ...SITUATION, canRead });
  expect(shown(given)).toMatch(expected);
  expect(shown(given)).toContain("@school_bot");
});

test("removed, it forgets the group", () => {
  const given = talk.turnInGroup({ kind: "removed", place: CLASS }, SITUATION);
  expect(given).toEqual({ reply: undefined, state: undefined });
});

test("a tap in a group changes nothing there", () => {
  const tap = {
    kind: "tap",
    place: CLASS,
    callbackId: "c",
    payload: { kind: "menu", page: 0 },
  } as const;
  expect(talk.turnInGroup(tap, SITUATION).reply?.kind).toBe("toast");
});

test("«подробнее» and «это точно?» in reply to an answer are about it; to nothing they are not", () => {
  const state = withAnswer(NEW_GROUP, { entryId: "lost-book", messageId: "mid.a", at: 900_000 });
  for (const text of ["подробнее", "это точно?"]) {
    const event = written(text, { repliedMessageId: "mid.a" });
    const given = talk.turnInGroup(event, { ...SITUATION, state });
    expect(shown(given)).toMatch(/^Что делать, если книга потеряна\?\n/u);
    expect(given.note).toBeUndefined();
  }
  expect(shown(turn("подробнее", { state }))).not.toContain("книга потеряна");
});
