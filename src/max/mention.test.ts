import { expect, test } from "vitest";
import { decodeUpdate } from "./decode.ts";
import { readUpdate } from "./wire.ts";

const BOT = { userId: 277, username: "id77_bot" };

function inGroup(message: object, text = "") {
  return {
    update_type: "message_created",
    timestamp: 1,
    message: {
      recipient: { chat_id: -5, chat_type: "chat" },
      sender: { user_id: 9, first_name: "Анна", is_bot: false },
      timestamp: 1,
      body: { mid: "mid.1", text },
      ...message,
    },
  };
}

function mention(text: string, span: object) {
  const body = { mid: "mid.1", text, markup: [{ type: "user_mention", ...span }] };
  return inGroup({ body });
}

function textOf(update: unknown): string | undefined {
  const decoded = decodeUpdate(readUpdate(update), BOT);
  return decoded.kind === "event" && decoded.event.kind === "message" ? decoded.event.text : undefined;
}

test.each([
  [
    "a mention by link, before the question",
    mention("@id77_bot, какие чаты переедут?", { from: 0, length: 9, user_link: "@id77_bot" }),
    "какие чаты переедут?",
  ],
  [
    "a mention by link in other letters, behind it",
    mention("какие чаты переедут @ID77_Bot", { from: 20, length: 9, user_link: "@ID77_bot" }),
    "какие чаты переедут",
  ],
  [
    "a mention by id, under the bot's display name",
    mention("Помощник какие чаты переедут", { from: 0, length: 8, user_id: 277 }),
    "какие чаты переедут",
  ],
  [
    "several mentions, in no order and one within the other",
    inGroup({
      body: {
        mid: "mid.1",
        text: "@id77_bot какие чаты Помощник переедут",
        markup: [
          { type: "user_mention", from: 21, length: 8, user_id: 277 },
          { type: "user_mention", from: 0, length: 9, user_id: 277 },
          { type: "user_mention", from: 1, length: 2, user_id: 277 },
        ],
      },
    }),
    "какие чаты   переедут",
  ],
  ["the name as plain text", inGroup({}, "скажи @id77_bot почему макс"), "скажи   почему макс"],
  [
    "a reply to a message of the bot",
    inGroup({ link: { type: "reply", sender: { user_id: 277, is_bot: true }, message: { mid: "m" } } }, "а ребёнку?"),
    "а ребёнку?",
  ],
  [
    "a reply as it was typed, for it may be passed on",
    inGroup(
      { link: { type: "reply", sender: { user_id: 277, is_bot: true }, message: { mid: "m" } } },
      "- до обеда\n- после обеда",
    ),
    "- до обеда\n- после обеда",
  ],
  ["a command", inGroup({}, "/faq почему макс"), "/faq почему макс"],
  ["a command that names the bot", inGroup({}, "/faq@id77_bot почему"), "/faq@id77_bot почему"],
])("%s is meant for the bot", (_why, update, text) => {
  expect(textOf(update)).toBe(text);
});

test.each([
  ["ordinary talk", inGroup({}, "кто заберёт Петю?")],
  ["a mention of somebody else", mention("@olga_5 привет", { from: 0, length: 7, user_link: "@olga_5" })],
  ["a longer name that begins the same", inGroup({}, "@id77_bot2 почему макс")],
  ["a command for another bot", inGroup({}, "/faq@weather_bot чаты")],
  ["a command of another bot", inGroup({}, "/weather")],
  ["the command that begins a talk with any bot", inGroup({}, "/start")],
  [
    "a command for another bot in reply to this one",
    inGroup(
      { link: { type: "reply", sender: { user_id: 277, is_bot: true }, message: { mid: "m" } } },
      "/faq@weather_bot чаты",
    ),
  ],
  [
    "a reply to somebody else",
    inGroup({ link: { type: "reply", sender: { user_id: 9 }, message: { mid: "m" } } }, "да"),
  ],
  [
    "a forwarded message of the bot",
    inGroup({
      link: { type: "forward", sender: { user_id: 277 }, message: { mid: "m", text: "ответ" } },
    }),
  ],
])("%s is not, and is not to be logged", (_why, update) => {
  expect(decodeUpdate(readUpdate(update), BOT)).toMatchObject({ kind: "ignored", isPrivate: true });
});

function repliedTextOf(sender: object, text: string): string | undefined {
  const link = { type: "reply", sender, message: { mid: "m", text } };
  const decoded = decodeUpdate(readUpdate(inGroup({ link }, "@id77_bot")), BOT);
  return decoded.kind === "event" && decoded.event.kind === "message" ? decoded.event.repliedText : undefined;
}

test("the text of somebody else's message that is replied to comes along, the bot's own does not", () => {
  expect(repliedTextOf({ user_id: 9 }, "какие чаты переедут?")).toBe("какие чаты переедут?");
  expect(repliedTextOf({ user_id: 9 }, "@ID77_bot, какие чаты?")).toBe("какие чаты?");
  expect(repliedTextOf({ user_id: 277, is_bot: true }, "Вот ответ.")).toBeUndefined();
  expect(repliedTextOf({ user_id: 5, is_bot: true }, "Погода: дождь.")).toBeUndefined();
});

test("other bots and channels are ignored even when they name the bot", () => {
  const other = inGroup({ sender: { user_id: 9, is_bot: true } }, "@id77_bot чаты");
  const channel = inGroup({ recipient: { chat_id: -5, chat_type: "channel" } }, "@id77_bot чаты");
  expect(decodeUpdate(readUpdate(other), BOT).kind).toBe("ignored");
  expect(decodeUpdate(readUpdate(channel), BOT).kind).toBe("ignored");
});
