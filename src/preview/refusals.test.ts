import { request as httpRequest } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UsageError } from "../runtime/errors.ts";
import type { LocalUser } from "./people/local-user.ts";
import { FakeClock } from "../../test/support/preview/fake-clock.ts";
import { type Rig, startRig, TOKEN } from "../../test/support/preview/rig.ts";

let clock: FakeClock;
let rig: Rig;
let user: LocalUser;

beforeEach(async () => {
  clock = new FakeClock();
  rig = await startRig({ now: clock.now, sleep: clock.sleep });
  user = rig.preview.max.user();
  user.start();
});

afterEach(async () => rig.preview.close());

const send = async (body: unknown) => rig.call("POST", `messages?chat_id=${user.chatId}`, body);
const callback = (text: string, payload = "p") => ({ type: "callback", text, payload });
const link = { type: "link", text: "сайт", url: "https://max.ru" };
const rows = (count: number, inRow: number) =>
  Array.from({ length: count }, () => Array.from({ length: inRow }, () => callback("б")));
const withKeyboard = (buttons: unknown) => ({
  text: "т",
  attachments: [{ type: "inline_keyboard", payload: { buttons } }],
});

describe("the local MAX refuses", () => {
  it.each([
    ["a wrong token", { authorization: "wrong" }, ""],
    ["a token with Bearer", { authorization: `Bearer ${TOKEN}` }, ""],
    ["no token", {}, ""],
    ["a token in the query", { authorization: TOKEN }, `?access_token=${TOKEN}`],
  ])("%s with 401", async (_, headers, query) => {
    const answer = await rig.call("GET", `me${query}`, undefined, headers);
    expect(answer).toMatchObject({ status: 401, body: { code: "verify.token" } });
  });

  it.each([
    ["a text of 4001 characters", { text: "я".repeat(4001) }],
    ["a message without anything", {}],
    ["an empty text", { text: "" }],
    ["an unknown format", { text: "т", format: "latex" }],
    ["a text that is a number", { text: 5 }],
    ["what is not JSON", "{"],
    ["a body that is a list", []],
    ["more than 30 rows", withKeyboard(rows(31, 1))],
    ["more than 7 buttons in a row", withKeyboard(rows(1, 8))],
    ["more than 3 links in a row", withKeyboard([[link, link, link, link]])],
    ["a row of four with a link among them", withKeyboard([[link, ...(rows(1, 3)[0] ?? [])]])],
    ["an empty row", withKeyboard([[]])],
    ["a button without a text", withKeyboard([[callback("")]])],
    ["a button text of 129 characters", withKeyboard([[callback("б".repeat(129))]])],
    ["a payload of 1025 characters", withKeyboard([[callback("б", "п".repeat(1025))]])],
    ["an address of 2049 characters", withKeyboard([[{ ...link, url: `https://${"a".repeat(2041)}` }]])],
    ["an address that is none", withKeyboard([[{ ...link, url: "javascript:alert(1)" }]])],
    ["an unknown kind of button", withKeyboard([[{ type: "chat", text: "б" }]])],
    ["an unknown attachment", { text: "т", attachments: [{ type: "poll" }] }],
    [
      "two keyboards",
      {
        text: "т",
        attachments: [...withKeyboard(rows(1, 1)).attachments, ...withKeyboard(rows(1, 1)).attachments],
      },
    ],
    ["a reply to a message that is not there", { text: "т", link: { type: "reply", mid: "mid.0" } }],
  ])("%s with 400", async (_, body) => {
    expect(await send(body)).toMatchObject({ status: 400, body: { code: "proto.payload" } });
    expect(user.messages).toEqual([]);
  });

  it("nothing of what is just within the limits", async () => {
    const keyboard = [...rows(29, 7), [link, link, link]];
    expect(await send({ ...withKeyboard(keyboard), text: "я".repeat(4000) })).toMatchObject({
      status: 200,
    });
  });

  it.each(["messages?chat_id=999", "messages?user_id=999", "messages", "messages?chat_id=abc"])(
    "to send to an unknown chat (%s) with 403",
    async (path) => {
      const answer = await rig.call("POST", path, { text: "т" });
      expect(answer).toMatchObject({ status: 403, body: { code: "chat.denied" } });
    },
  );

  it("to write to somebody who has not started the bot, or has stopped it", async () => {
    const stranger = rig.preview.max.user();
    const path = `messages?user_id=${stranger.userId}`;
    expect(await rig.call("POST", path, { text: "т" })).toMatchObject({ status: 403 });
    stranger.start();
    expect(await rig.call("POST", path, { text: "т" })).toMatchObject({ status: 200 });
    stranger.stop();
    expect(await rig.call("POST", path, { text: "т" })).toMatchObject({ status: 403 });
  });

  it("unknown paths with 404 and wrong methods with 405", async () => {
    expect(await rig.call("GET", "nothing")).toMatchObject({ status: 404 });
    expect(await rig.call("GET", "messages/mid.0")).toMatchObject({ status: 404 });
    expect(await rig.call("DELETE", "me")).toMatchObject({ status: 405 });
  });

  it.each([
    ["an edit of an unknown message", "PUT", "messages?message_id=mid.0", { text: "т" }],
    ["a deletion of an unknown message", "DELETE", "messages?message_id=mid.0", undefined],
    ["an answer to an unknown tap", "POST", "answers?callback_id=no", { message: { text: "т" } }],
    ["the end of an unknown subscription", "DELETE", "subscriptions?url=http://localhost/", undefined],
    ["a webhook elsewhere", "POST", "subscriptions", { url: "https://example.org/hook" }],
  ])("%s with success: false", async (_, method, path, body) => {
    expect(await rig.call(method, path, body)).toMatchObject({
      status: 200,
      body: { success: false, message: expect.any(String) },
    });
  });

  it("to edit what a person wrote, and an old message without buttons", async () => {
    const foreign = user.say("моё");
    const edit = async (mid: string) => rig.call("PUT", `messages?message_id=${mid}`, { text: "т" });
    expect(await edit(foreign)).toMatchObject({ body: { success: false } });
    const { body } = await rig.api.sendMessageToUser(user.userId, "старое");
    clock.advance(7 * 24 * 60 * 60 * 1000 + 1);
    expect(await edit(body.mid)).toMatchObject({ body: { success: false } });
  });

  it.each([
    ["an answer without message and notification", "answers?callback_id=x", {}],
    ["a secret of four characters", "subscriptions", { url: "http://localhost/", secret: "abcd" }],
  ])("%s with 400", async (_, path, body) => {
    expect(await rig.call("POST", path, body)).toMatchObject({ status: 400 });
  });

  it.each(["limit=0", "limit=1001", "timeout=91", "timeout=-1", "marker=x", "marker=1.5"])(
    "to poll with %s",
    async (query) => {
      expect(await rig.call("GET", `updates?${query}`)).toMatchObject({ status: 400 });
    },
  );

  it("commands beyond the limits", async () => {
    const commands = Array.from({ length: 33 }, (_, index) => ({ name: `c${index}` }));
    expect(await rig.call("PATCH", "me/commands", { commands })).toMatchObject({ status: 400 });
  });

  it("a third message to the same chat within a second", async () => {
    const other = rig.preview.max.user();
    other.start();
    const statuses = [await send({ text: "1" }), await send({ text: "2" }), await send({ text: "3" })];
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect((await rig.api.sendMessageToUser(other.userId, "1")).body.text).toBe("1");
    clock.advance(1_000);
    expect(await send({ text: "3" })).toMatchObject({ status: 200 });
  });

  it("the 31st request within a second", async () => {
    for (let request = 0; request < 30; request += 1) await rig.api.getMyInfo();
    expect(await rig.call("GET", "me")).toMatchObject({ status: 429 });
  });

  it.each([
    ["a foreign host name", { host: "evil.example" }, 403],
    ["a page of another origin", { origin: "https://evil.example" }, 403],
    ["nothing asked under its own name", {}, 200],
  ])("%s", async (_, headers, expected) => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      httpRequest(rig.preview.url, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .once("error", reject)
        .end();
    });
    expect(status).toBe(expected);
  });

  it("to listen where another program does, and says what to do", async () => {
    const port = Number(new URL(rig.preview.url).port);
    const error = await startRig({ port }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ hint: expect.stringContaining("PORT") });
  });
});
