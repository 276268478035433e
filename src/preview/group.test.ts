import { Keyboard } from "@maxhub/max-bot-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { READ_RIGHT } from "./world/chats.ts";
import type { LocalGroup } from "./people/local-group.ts";
import type { LocalMember } from "./people/local-member.ts";
import { FakeClock } from "../../test/support/preview/fake-clock.ts";
import { type Rig, startRig } from "../../test/support/preview/rig.ts";

const BOT_ID = 277_639_678;
const NICK = "@id7700000000_bot";
const KEYBOARD = Keyboard.inlineKeyboard([[Keyboard.button.callback("Вопрос", "q:1")]]);

let clock: FakeClock;
let rig: Rig;
let group: LocalGroup;
let teacher: LocalMember;
let parent: LocalMember;

beforeEach(async () => {
  clock = new FakeClock();
  rig = await startRig({ now: clock.now, sleep: clock.sleep, limits: false });
  group = rig.preview.max.group({
    title: "5 «Б»",
    people: [{ firstName: "Ольга" }, { firstName: "Елена", lastName: "Орлова", isAdmin: true }],
  });
  teacher = group.owner;
  parent = group.members[0] ?? teacher;
});

afterEach(async () => rig.preview.close());

function letIn(): void {
  group.addBot();
  group.setBotAdmin(true);
}

describe("the bot in a group", () => {
  it("is told that it was added and removed, and nothing else while it has no rights", async () => {
    parent.say("без бота");
    group.addBot(teacher);
    parent.say("с ботом");
    parent.mention("как быть?");
    parent.say("/faq вопрос");
    group.removeBot(teacher);
    const { updates } = await rig.api.getUpdates();
    const who = {
      user_id: teacher.userId,
      user: { user_id: teacher.userId, name: "Елена Орлова" },
    };
    const where = { chat_id: group.chatId, is_channel: false };
    expect(updates).toMatchObject([
      { update_type: "bot_added", ...where, ...who },
      { update_type: "bot_removed", ...where, ...who },
    ]);
    expect(group.chatId).toBeLessThan(0);
  });

  it("reads everything as an administrator with the right to, and only then", async () => {
    group.addBot();
    group.setBotAdmin(true, ["write"]);
    parent.say("ещё нельзя");
    group.setBotAdmin(true);
    const mid = parent.say("можно");
    parent.edit(mid, "можно!");
    parent.remove(mid);
    group.setBotAdmin(false);
    parent.say("уже нельзя");
    const { updates } = await rig.api.getUpdates();
    const changed = { update_type: "bot_admin_permissions_changed", user_id: teacher.userId };
    expect(updates).toMatchObject([
      { update_type: "bot_added" },
      { ...changed, bot_id: BOT_ID, is_admin: true, permissions: ["write"], is_channel: false },
      { ...changed, is_admin: true, permissions: [READ_RIGHT, "write"] },
      { message: { body: { text: "можно" }, recipient: { chat_type: "chat" } } },
      { update_type: "message_edited", message: { body: { text: "можно!" } } },
      { update_type: "message_removed", message_id: mid, chat_id: group.chatId },
      { ...changed, is_admin: false },
    ]);
    expect(updates.at(-1)).not.toHaveProperty("permissions");
    expect(JSON.stringify(updates)).not.toContain("user_locale");
  });

  it("gets mentions marked by nick or by id, and the nick as it was typed", async () => {
    letIn();
    parent.mention("как быть?");
    parent.mention(`скажи, ${NICK.toUpperCase()}, как быть?`, "user_id");
    parent.say(`${NICK} как быть?`);
    const { updates } = await rig.api.getUpdates(["message_created"]);
    const { length } = NICK;
    expect(updates).toMatchObject([
      {
        message: {
          body: {
            text: `${NICK} как быть?`,
            markup: [{ type: "user_mention", from: 0, length, user_link: NICK }],
          },
        },
      },
      {
        message: {
          body: { markup: [{ type: "user_mention", from: 7, length, user_id: BOT_ID }] },
        },
      },
      { message: { body: { text: `${NICK} как быть?` } } },
    ]);
    expect(updates[2]).not.toHaveProperty("message.body.markup");
  });

  it("answers with a reply, and sees who replies to it", async () => {
    letIn();
    const question = parent.say("как быть?");
    const { body } = await rig.api.sendMessageToChat(group.chatId, "Вот так.", {
      link: { type: "reply", mid: question },
    });
    teacher.reply(body.mid, "спасибо");
    const { updates } = await rig.api.getUpdates(["message_created"]);
    expect(updates.at(-1)).toMatchObject({
      message: {
        link: { type: "reply", sender: { user_id: BOT_ID }, message: { mid: body.mid } },
      },
    });
    expect(group.messages).toMatchObject([
      { sender: { name: "Ольга" } },
      { isFromBot: true, replied: { mid: question, from: "Ольга", text: "как быть?" } },
      { sender: { name: "Елена Орлова" }, replied: { from: "Переход в MAX", text: "Вот так." } },
    ]);
  });

  it("learns who tapped, and its answer changes the message for all", async () => {
    letIn();
    const { body } = await rig.api.sendMessageToChat(group.chatId, "Меню", {
      attachments: [KEYBOARD],
    });
    const callbackId = teacher.tap(body.mid, "Вопрос") ?? "";
    const { updates } = await rig.api.getUpdates(["message_callback"]);
    expect(updates).toMatchObject([
      {
        callback: { payload: "q:1", user: { user_id: teacher.userId } },
        message: { recipient: { chat_id: group.chatId, chat_type: "chat" } },
      },
    ]);
    expect(updates[0]).not.toHaveProperty("user_locale");
    await rig.api.answerOnCallback(callbackId, { message: { text: "Ответ" } });
    expect(group.messages).toMatchObject([{ text: "Ответ", isEdited: true }]);
  });

  it("may not quote what an administrator of the group deleted", async () => {
    letIn();
    const mid = parent.say("Когда собрание?");
    const foreign = teacher.say("моё");
    expect(() => parent.remove(foreign)).toThrow("somebody else's");
    teacher.remove(mid);
    const link = { type: "reply", mid };
    const answer = await rig.call("POST", `messages?chat_id=${group.chatId}`, { text: "т", link });
    expect(answer).toMatchObject({ status: 400, body: { code: "proto.payload" } });
    expect(group.messages).toMatchObject([{ text: "моё" }]);
  });

  it("may not write, edit, answer or look where it is not, or is not any more", async () => {
    const path = `messages?chat_id=${group.chatId}`;
    const denied = { status: 403, body: { code: "chat.denied" } };
    expect(await rig.call("POST", path, { text: "т" })).toMatchObject(denied);
    letIn();
    const { body } = await rig.api.sendMessageToChat(group.chatId, "т", {
      attachments: [KEYBOARD],
    });
    const callbackId = teacher.tap(body.mid, "Вопрос") ?? "";
    group.removeBot();
    expect(await rig.call("POST", path, { text: "т" })).toMatchObject(denied);
    const edit = await rig.call("PUT", `messages?message_id=${body.mid}`, { text: "два" });
    expect(edit).toMatchObject(denied);
    const answer = { message: { text: "два" } };
    expect(await rig.call("POST", `answers?callback_id=${callbackId}`, answer)).toMatchObject(denied);
    expect(await rig.call("GET", `chats/${group.chatId}`)).toMatchObject(denied);
    expect(await rig.call("GET", `chats/${group.chatId}/members/me`)).toMatchObject(denied);
  });

  it("learns about the chat, its people and its own rights", async () => {
    group.addBot();
    const { chatId } = group;
    expect(await rig.api.getChat(chatId)).toMatchObject({
      chat_id: chatId,
      type: "chat",
      title: "5 «Б»",
      participants_count: 3,
      owner_id: teacher.userId,
    });
    expect(await rig.api.getChatMembership(chatId)).toMatchObject({
      user_id: BOT_ID,
      is_admin: false,
      permissions: null,
    });
    await expect(rig.api.getChatAdmins(chatId)).rejects.toMatchObject({ status: 403 });
    group.setBotAdmin(true);
    expect(await rig.api.getChatMembership(chatId)).toMatchObject({
      is_admin: true,
      permissions: [READ_RIGHT, "write"],
    });
    const { members: admins } = await rig.api.getChatAdmins(chatId);
    expect(admins).toMatchObject([
      { user_id: teacher.userId, is_owner: true, is_admin: true },
      { user_id: BOT_ID, is_owner: false },
    ]);
    const first = await rig.api.getChatMembers(chatId, { count: 2 });
    expect(first.members.map((one) => one.user_id)).toEqual([parent.userId, teacher.userId]);
    const second = await rig.api.getChatMembers(chatId, { marker: first.marker ?? 0 });
    expect(second.members.map((one) => one.user_id)).toEqual([BOT_ID]);
    const one = await rig.api.getChatMembers(chatId, { user_ids: [parent.userId] });
    expect(one.members).toMatchObject([{ user_id: parent.userId, is_admin: false }]);
  });

  it("is told of people who come and go", async () => {
    letIn();
    const newcomer = group.addPerson({ firstName: "Пётр" });
    group.removePerson(newcomer);
    const { updates } = await rig.api.getUpdates(["user_added", "user_removed"]);
    expect(updates).toMatchObject([
      { user: { first_name: "Пётр" }, inviter_id: teacher.userId, is_channel: false },
      { user: { first_name: "Пётр" }, admin_id: teacher.userId },
    ]);
    expect(group.members).toHaveLength(2);
  });

  it("deletes messages of others only with the right to", async () => {
    letIn();
    const mid = parent.say("лишнее");
    const remove = async () => rig.call("DELETE", `messages?message_id=${mid}`);
    expect(await remove()).toMatchObject({ body: { success: false } });
    group.setBotAdmin(true, ["delete_message"]);
    expect(await remove()).toMatchObject({ body: { success: true } });
    expect(group.messages).toEqual([]);
  });

  it("may edit what it wrote long ago", async () => {
    letIn();
    const { body } = await rig.api.sendMessageToChat(group.chatId, "старое");
    clock.advance(30 * 24 * 60 * 60 * 1000);
    expect(await rig.api.editMessage(body.mid, { text: "новое" })).toEqual({ success: true });
  });
});

describe("a forwarded message", () => {
  it("loses its buttons in any chat, and keeps its author over several steps", async () => {
    letIn();
    const { person } = parent;
    person.start();
    const { body } = await rig.api.sendMessageToUser(person.userId, "Ответ", {
      attachments: [KEYBOARD],
    });
    const inGroup = parent.forwardMessage(body.mid);
    person.forwardMessage(inGroup);
    const forwarded = { from: "Переход в MAX", text: "Ответ" };
    expect(group.messages).toMatchObject([{ text: "", keyboard: [], forwarded }]);
    expect(person.messages.at(-1)).toMatchObject({ text: "", keyboard: [], forwarded });
    const { updates } = await rig.api.getUpdates(["message_created"]);
    const link = { type: "forward", sender: { user_id: BOT_ID }, message: { text: "Ответ" } };
    expect(updates).toMatchObject([{ message: { link } }, { message: { link } }]);
    expect(JSON.stringify(updates)).not.toContain("inline_keyboard");
  });
});

describe("a visitor of the page", () => {
  it("finds a class chat of their own under the title that was asked for", async () => {
    await rig.preview.close();
    rig = await startRig({ groupTitle: "7 «А»" });
    const people = new URL("preview/people", rig.preview.url);
    for (let visit = 0; visit < 2; visit += 1) await fetch(people, { method: "POST" });
    const { groups } = rig.preview.max;
    expect(groups.map(({ title }) => title)).toEqual(["7 «А»", "7 «А»"]);
    expect(groups[0]?.members).toHaveLength(5);
    expect(groups[0]?.owner.name).toBe("Елена Викторовна Орлова");
    expect(groups[0]?.state.bot).toBeUndefined();
  });
});
