import { Keyboard } from "@maxhub/max-bot-api";
import type { Update } from "@maxhub/max-bot-api/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeClock } from "../../test/support/preview/fake-clock.ts";
import { type Rig, startRig } from "../../test/support/preview/rig.ts";

const KEYBOARD = Keyboard.inlineKeyboard([[Keyboard.button.callback("Вопрос", "q:1")]]);

let clock: FakeClock;
let rig: Rig;

beforeEach(async () => {
  clock = new FakeClock();
  rig = await startRig({ now: clock.now, sleep: clock.sleep, limits: false });
});

afterEach(async () => rig.preview.close());

const person = () => rig.preview.max.user({ firstName: "Юзер" });
const texts = (updates: readonly Update[]): unknown =>
  updates.map((update) => (update.update_type === "message_created" ? update.message.body.text : update.update_type));

describe("the unchanged SDK on the local MAX", () => {
  it("learns who the bot is and sets its commands", async () => {
    const info = await rig.api.getMyInfo();
    expect(info).toMatchObject({ first_name: "Переход в MAX", username: "id7700000000_bot" });
    const commands = [{ name: "help", description: "Помощь" }];
    expect(await rig.api.setMyCommands(commands)).toEqual({ commands });
    expect((await rig.api.getMyInfo()).commands).toEqual(commands);
  });

  it("receives a message in the shape of a live one", async () => {
    const user = person();
    user.say("Тест");
    const { updates } = await rig.api.getUpdates();
    expect(updates).toEqual([
      {
        update_type: "message_created",
        timestamp: clock.now(),
        user_locale: "ru",
        message: {
          recipient: { chat_id: user.chatId, chat_type: "dialog", user_id: 277_639_678 },
          timestamp: clock.now(),
          body: {
            mid: expect.stringMatching(/^mid\.[0-9a-f]{32}$/u),
            seq: expect.any(Number),
            text: "Тест",
          },
          sender: {
            user_id: user.userId,
            first_name: "Юзер",
            last_name: "",
            is_bot: false,
            last_activity_time: clock.now(),
            name: "Юзер",
          },
        },
      },
    ]);
  });

  it("gets the same updates again until it passes their marker", async () => {
    const user = person();
    user.say("раз");
    user.say("два");
    const first = await rig.api.getUpdates();
    expect(texts(first.updates)).toEqual(["раз", "два"]);
    expect(texts((await rig.api.getUpdates()).updates)).toEqual(["раз", "два"]);
    user.say("три");
    const second = await rig.api.getUpdates([], { marker: first.marker });
    expect(texts(second.updates)).toEqual(["три"]);
    expect(texts((await rig.api.getUpdates()).updates)).toEqual(["три"]);
  });

  it("continues a batch that the limit cut short", async () => {
    const user = person();
    for (const text of ["раз", "два", "три"]) user.say(text);
    const first = await rig.api.getUpdates([], { limit: 2 });
    const second = await rig.api.getUpdates([], { limit: 2, marker: first.marker });
    expect([texts(first.updates), texts(second.updates)]).toEqual([["раз", "два"], ["три"]]);
  });

  it("waits for an update, and gets an empty batch with a marker when none comes", async () => {
    const user = person();
    const waiting = rig.api.getUpdates([], { timeout: 30 });
    await clock.asleepFor(30_000);
    user.say("привет");
    expect(texts((await waiting).updates)).toEqual(["привет"]);

    const { marker } = await rig.api.getUpdates();
    const idle = rig.api.getUpdates([], { timeout: 20, marker });
    await clock.asleepFor(20_000);
    clock.advance(20_000);
    expect(await idle).toEqual({ updates: [], marker });
  });

  it("gets only the kinds of update it wants", async () => {
    const user = person();
    user.start("q_12");
    user.say("привет");
    const { updates, marker } = await rig.api.getUpdates(["bot_started"]);
    expect(updates).toMatchObject([{ update_type: "bot_started", payload: "q_12" }]);
    user.say("ещё");
    const next = await rig.api.getUpdates(["message_created"], { marker });
    expect(texts(next.updates)).toEqual(["ещё"]);
  });

  it("sends to a user and to a chat, with formatting and buttons", async () => {
    const user = person();
    user.start();
    const sent = await rig.api.sendMessageToUser(user.userId, "<b>Да</b>, &lt;можно&gt;", {
      format: "html",
      attachments: [KEYBOARD],
    });
    await rig.api.sendMessageToChat(user.chatId, "<b>Да</b>", { format: "html" });
    expect(sent.body.attachments).toEqual([KEYBOARD]);
    expect(user.messages).toMatchObject([
      { isFromBot: true, text: "Да, <можно>", markup: [{ type: "strong", from: 0, length: 2 }] },
      { isFromBot: true, text: "Да", markup: [{ type: "strong", from: 0, length: 2 }] },
    ]);
    expect(await rig.api.getMessage(sent.body.mid)).toEqual(sent);
  });

  it("answers a tap by replacing the message", async () => {
    const user = person();
    user.start();
    const sent = await rig.api.sendMessageToUser(user.userId, "Меню", { attachments: [KEYBOARD] });
    const callbackId = user.tap(sent.body.mid, "Вопрос") ?? "";
    const { updates } = await rig.api.getUpdates(["message_callback"]);
    expect(updates).toMatchObject([
      { callback: { callback_id: callbackId, payload: "q:1", user: { user_id: user.userId } } },
    ]);
    const answer = await rig.api.answerOnCallback(callbackId, {
      message: { text: "Ответ", attachments: [] },
    });
    expect(answer).toEqual({ success: true });
    expect(user.messages).toMatchObject([{ text: "Ответ", keyboard: [], isEdited: true }]);
  });

  it("edits its message, keeping the buttons it says nothing about, and deletes it", async () => {
    const user = person();
    user.start();
    const { body } = await rig.api.sendMessageToUser(user.userId, "раз", {
      attachments: [KEYBOARD],
    });
    expect(await rig.api.editMessage(body.mid, { text: "два" })).toEqual({ success: true });
    expect(user.messages).toMatchObject([{ text: "два", keyboard: [[{ text: "Вопрос" }]] }]);
    expect(await rig.api.deleteMessage(body.mid)).toEqual({ success: true });
    expect(user.messages).toEqual([]);
  });

  it("shows that it types and learns its rights", async () => {
    const user = person();
    user.start();
    const seen: string[] = [];
    rig.preview.max.world.onChange((change) => seen.push(change.kind));
    await rig.api.sendAction(user.chatId, "typing_on");
    expect(seen).toEqual(["typing"]);
    expect(await rig.api.getChatMembership(user.chatId)).toMatchObject({ is_admin: false });
  });

  it("is told of what a person does besides writing", async () => {
    const user = person();
    const mid = user.say("опечтка");
    user.edit(mid, "опечатка");
    user.sendSticker();
    user.sendVoice();
    user.forward("из другого чата");
    user.stop();
    const { updates } = await rig.api.getUpdates();
    expect(updates).toMatchObject([
      { update_type: "message_created" },
      { update_type: "message_edited", message: { body: { mid, text: "опечатка" } } },
      { message: { body: { attachments: [{ type: "sticker" }] } } },
      { update_type: "message_created" },
      { message: { link: { type: "forward", message: { text: "из другого чата" } } } },
      { update_type: "bot_stopped" },
    ]);
    expect(updates[3]).not.toHaveProperty("message");
  });

  it("finds its calls in the log", async () => {
    await rig.api.getMyInfo();
    expect(rig.preview.max.calls).toEqual([{ method: "GET", path: "/me", query: {}, body: undefined, status: 200 }]);
  });
});
