import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event } from "../dialog/event.ts";
import { decodeUpdate } from "./decode.ts";
import { chatKeyOf, updateKey } from "./update-key.ts";
import { readUpdate } from "./wire.ts";

const USER = { user_id: 212843158, first_name: "Юзер", last_name: "", is_bot: false, name: "Юзер" };
const BOT = {
  user_id: 277639678,
  first_name: "Бот",
  username: "test_bot",
  is_bot: true,
  name: "Бот",
};
const DIALOG = { chat_id: 472107880, chat_type: "dialog", user_id: 277639678 };
const GROUP = { chat_id: -70801090403050, chat_type: "chat" };
const BODY = { mid: "mid.000000001c23cb68", seq: 116993690454, text: "Тест" };

function written(message: object = {}, update: object = {}) {
  return {
    update_type: "message_created",
    timestamp: 1785182044286,
    user_locale: "ru",
    message: { recipient: DIALOG, timestamp: 1785182044286, body: BODY, sender: USER, ...message },
    ...update,
  };
}

function tapped(callback: object = {}, update: object = {}) {
  return {
    update_type: "message_callback",
    timestamp: 1785182382767,
    callback: {
      timestamp: 1,
      callback_id: "f9LHodD0cOJ",
      payload: "1:menu:0",
      user: USER,
      ...callback,
    },
    message: { recipient: { ...DIALOG, user_id: USER.user_id }, body: BODY, sender: BOT },
    ...update,
  };
}

function started(update: object = {}) {
  return {
    update_type: "bot_started",
    timestamp: 1775025604499,
    chat_id: 182182182,
    user: USER,
    payload: "q_12",
    ...update,
  };
}

function eventOf(update: unknown): Event {
  const decoded = decodeUpdate(readUpdate(update));
  if (decoded.kind === "ignored") throw new Error(decoded.reason);
  return decoded.event;
}

describe("a message", () => {
  test("in the private chat goes back to it, not to recipient.user_id, which is the bot itself", () => {
    expect(eventOf(written())).toEqual({
      kind: "message",
      place: { kind: "private", chatId: 472107880, userId: 212843158 },
      messageId: "mid.000000001c23cb68",
      text: "Тест",
      forwardedText: undefined,
      repliedMessageId: undefined,
      attachments: [],
      isEdited: false,
      isAddressed: true,
    });
  });

  test("in a group is an event of the group", () => {
    const place = { kind: "group", chatId: -70801090403050, userId: 212843158 };
    const body = { ...BODY, text: "/faq почему макс" };
    expect(eventOf(written({ recipient: GROUP, body }))).toMatchObject({ place });
  });

  test("that was edited says so", () => {
    expect(eventOf(written({}, { update_type: "message_edited" }))).toMatchObject({
      isEdited: true,
    });
  });

  test("that was forwarded has its text apart, with or without a body", () => {
    const link = {
      type: "forward",
      sender: BOT,
      message: { mid: "mid.1", text: "пересланный текст" },
    };
    const expected = { text: "", forwardedText: "пересланный текст" };
    expect(eventOf(written({ link, body: { ...BODY, text: null } }))).toMatchObject(expected);
    expect(eventOf(written({ link, body: null }))).toMatchObject(expected);
  });

  test("that is a reply names the message it answers and has no forwarded text", () => {
    const link = { type: "reply", sender: BOT, message: { mid: "mid.5", text: "исходный" } };
    expect(eventOf(written({ link }))).toMatchObject({
      forwardedText: undefined,
      repliedMessageId: "mid.5",
      text: "Тест",
    });
  });

  test("with attachments names their kinds", () => {
    const attachments = [{ type: "image", payload: {} }, { type: "constructor" }, { type: "video" }, null, 7];
    const event = eventOf(written({ body: { mid: "mid.2", text: null, attachments } }));
    expect(event).toMatchObject({
      text: "",
      attachments: ["image", "other", "video", "other", "other"],
    });
  });

  test("of a wrong type in one field keeps the others", () => {
    const event = eventOf(written({ link: 5, body: { mid: "mid.3", text: "да", attachments: "no" } }));
    expect(event).toMatchObject({ text: "да", attachments: [], forwardedText: undefined });
  });

  test("loses the character that no database keeps", () => {
    const event = eventOf(written({ body: { ...BODY, text: "чаты\0переносить?" } }));
    expect(event).toMatchObject({ text: "чаты переносить?" });
  });

  test("that is huge is cut to what MAX allows", () => {
    const event = eventOf(written({ body: { mid: "mid.4", text: "я".repeat(1_000_000) } }));
    expect(event.kind === "message" && event.text.length).toBe(4000);
  });

  test.each([
    {
      why: "voice from a new client",
      update: { ...written(), message: undefined },
      reason: "voice",
    },
    { why: "message: null", update: written({}, { message: null }), reason: "voice" },
    {
      why: "post of a channel",
      update: written({ recipient: { ...GROUP, chat_type: "channel" } }),
      reason: "channel",
    },
    {
      why: "comment",
      update: written({ recipient: { ...GROUP, post_id: "mid.5" } }),
      reason: "comment",
    },
    { why: "other bot", update: written({ sender: BOT }), reason: "bot" },
    { why: "no sender", update: written({ sender: null }), reason: "sender" },
    { why: "no recipient", update: written({ recipient: null }), reason: "recipient" },
    {
      why: "group without id",
      update: written({ recipient: { chat_type: "chat" } }),
      reason: "no id",
    },
    { why: "rounded id", update: written({ sender: { user_id: 2 ** 60 } }), reason: "sender" },
    {
      why: "new kind of chat",
      update: written({ recipient: { chat_type: "story" } }),
      reason: "unknown",
    },
  ])("is ignored: $why", ({ update, reason }) => {
    expect(decodeUpdate(readUpdate(update))).toMatchObject({
      kind: "ignored",
      reason: expect.stringContaining(reason),
    });
  });

  test("of the bot itself is ignored even when it is not marked as a bot", () => {
    expect(decodeUpdate(readUpdate(written()), { userId: USER.user_id, username: undefined }).kind).toBe("ignored");
  });
});

describe("a tap", () => {
  test("has the place of the message under which it was made", () => {
    expect(eventOf(tapped())).toEqual({
      kind: "tap",
      place: { kind: "private", chatId: 472107880, userId: 212843158 },
      callbackId: "f9LHodD0cOJ",
      payload: { kind: "menu", page: 0 },
    });
    const inGroup = tapped({}, { message: { recipient: GROUP, sender: BOT } });
    expect(eventOf(inGroup)).toMatchObject({ place: { kind: "group", chatId: -70801090403050 } });
  });

  test.each([
    { why: "the message was deleted", update: tapped({}, { message: null }) },
    { why: "the message is left out", update: tapped({}, { message: undefined }) },
    { why: "no chat id", update: tapped({}, { message: { recipient: { chat_type: "dialog" } } }) },
    { why: "chat id 0", update: tapped({}, { message: { recipient: { ...DIALOG, chat_id: 0 } } }) },
    { why: "no recipient", update: tapped({}, { message: { body: BODY } }) },
  ])("goes back to who tapped: $why", ({ update }) => {
    expect(eventOf(update).place).toEqual({
      kind: "private",
      chatId: undefined,
      userId: 212843158,
    });
  });

  test("without a payload that can be read has none", () => {
    expect(eventOf(tapped({ payload: undefined }))).toMatchObject({ payload: undefined });
    expect(eventOf(tapped({ payload: "accept:1" }))).toMatchObject({ payload: undefined });
    expect(eventOf(tapped({ payload: { a: 1 } }))).toMatchObject({ payload: undefined });
  });

  test("without an id or a user is ignored", () => {
    expect(decodeUpdate(readUpdate(tapped({ callback_id: "" }))).kind).toBe("ignored");
    expect(decodeUpdate(readUpdate(tapped({ user: null }))).kind).toBe("ignored");
  });
});

describe("a start", () => {
  test("carries the payload of the link", () => {
    expect(eventOf(started())).toEqual({
      kind: "started",
      place: { kind: "private", chatId: 182182182, userId: 212843158 },
      payload: "q_12",
    });
  });

  test("may come without payload, or with the user as a bare id", () => {
    expect(eventOf(started({ payload: null }))).toMatchObject({ payload: undefined });
    expect(eventOf(started({ user: null, user_id: 5 }))).toMatchObject({ place: { userId: 5 } });
  });
});

test("any JSON whatsoever is decoded without throwing, and has a key and a lane", () => {
  const types = ["message_created", "message_edited", "message_callback", "bot_started", "bot_added"];
  const names = ["message", "callback", "user", "sender", "recipient", "body", "chat_id", "payload", "timestamp"];
  const wild = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
  const nearly = fc.record({
    update_type: fc.constantFrom(...types),
    message: fc.oneof(fc.jsonValue(), wild, fc.record({ sender: fc.constant(USER), recipient: wild, body: wild })),
    callback: fc.oneof(fc.jsonValue(), wild),
    user: fc.jsonValue(),
  });
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), nearly), (update) => {
      expect(["event", "ignored"]).toContain(decodeUpdate(readUpdate(update)).kind);
      expect(updateKey(readUpdate(update))).not.toBe("");
    }),
    { numRuns: 1_000 },
  );
});

test.each([null, undefined, 0, "", [], {}, true, { update_type: 1 }, { update_type: "x".repeat(1e6) }])(
  "%j is ignored",
  (update) => {
    expect(decodeUpdate(readUpdate(update)).kind).toBe("ignored");
  },
);

describe("keys", () => {
  // A message id begins with the id of its chat, and that of a private chat is as good as the person's.
  test.each<[string, () => unknown, unknown]>([
    ["m", written, written({ body: { mid: "mid.000000001c23cb69", text: "" } })],
    [
      "e",
      () => written({}, { update_type: "message_edited" }),
      written({}, { update_type: "message_edited", timestamp: 1 }),
    ],
    ["c", tapped, tapped({ callback_id: "another" })],
    ["s", started, { ...started(), timestamp: 1 }],
  ])("%s: is the same when it comes again, and says nothing of the person", (kind, make, other) => {
    const key = updateKey(readUpdate(make()));
    expect(key).toMatch(new RegExp(`^${kind}:[\\w-]{43}$`, "u"));
    expect(updateKey(readUpdate(make()))).toBe(key);
    expect(updateKey(readUpdate(other))).not.toBe(key);
  });

  test("of what has no id are made of the whole update", () => {
    const voice = { update_type: "message_created", timestamp: 1 };
    expect(updateKey(readUpdate(voice))).toBe(updateKey(readUpdate({ ...voice })));
    expect(updateKey(readUpdate(voice))).not.toBe(updateKey(readUpdate({ ...voice, timestamp: 2 })));
  });

  test("stay short", () => {
    expect(updateKey(readUpdate(tapped({ callback_id: "x".repeat(100_000) }))).length).toBeLessThan(200);
  });
});

describe("lanes", () => {
  test("keep a private chat together, whether or not its id is known", () => {
    const updates = [written(), tapped({}, { message: null }), started()];
    const lanes = updates.map((update) => chatKeyOf(eventOf(update).place));
    expect(new Set(lanes)).toEqual(new Set(["user:212843158"]));
  });

  test("keep a group together", () => {
    const body = { mid: "mid.1", text: "/faq чаты" };
    const one = eventOf(written({ recipient: GROUP, body }));
    const other = eventOf(written({ recipient: GROUP, body, sender: { user_id: 9 } }));
    expect(chatKeyOf(one.place)).toBe(chatKeyOf(other.place));
  });
});
