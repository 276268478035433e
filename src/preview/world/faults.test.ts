import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Rig, startRig } from "../../../test/support/preview/rig.ts";
import type { LocalUser } from "../people/local-user.ts";

let rig: Rig;
let user: LocalUser;

beforeEach(async () => {
  rig = await startRig();
  user = rig.preview.max.user();
  user.start();
});

afterEach(async () => rig.preview.close());

const sendOne = async (signal?: AbortSignal) =>
  rig.api.sendMessageToUser(user.userId, "т", signal === undefined ? {} : { signal });

describe("a planned fault", () => {
  it("answers the next matching call, once", async () => {
    const { faults } = rig.preview.max;
    faults.next({ method: "POST", path: "/messages" }, { status: 503, body: "<html>busy</html>" });
    await rig.api.getMyInfo();
    await expect(sendOne()).rejects.toMatchObject({ status: 503 });
    await sendOne();
    expect(user.messages).toHaveLength(1);
  });

  it("holds the connection open", async () => {
    rig.preview.max.faults.next(({ path }) => path === "/messages", "hang");
    const patience = new AbortController();
    const sending = sendOne(patience.signal);
    const last = () => rig.preview.max.calls.at(-1);
    await expect.poll(last).toMatchObject({ path: "/messages", status: undefined });
    patience.abort();
    await expect(sending).rejects.toThrow(/abort/iu);
  });

  it("cuts the connection before or after the work is done", async () => {
    rig.preview.max.faults.next({ path: "/messages" }, "cut");
    await expect(sendOne()).rejects.toThrow("fetch failed");
    expect(user.messages).toHaveLength(0);
    rig.preview.max.faults.next({ path: "/messages" }, "cut-after");
    await expect(sendOne()).rejects.toThrow("fetch failed");
    expect(user.messages).toHaveLength(1);
  });

  it("delivers every update twice", async () => {
    rig.preview.max.faults.duplicateUpdates = true;
    expect((await rig.api.getUpdates()).updates).toHaveLength(2);
  });

  it("keeps back all but the last update from polls without a marker", async () => {
    rig.preview.max.faults.markerless = "last-only";
    user.say("последнее");
    const { updates } = await rig.api.getUpdates();
    expect(updates).toMatchObject([{ update_type: "message_created" }]);
  });

  it.each([
    [400, { status: 400, body: { code: "message.not.found" } }],
    [403, { status: 403, body: { code: "message.not.found" } }],
    [404, { status: 404, body: { code: "message.not.found" } }],
    [false, { status: 200, body: { success: false, code: "message.not.found" } }],
  ] as const)("refuses with %s what names a message that is gone", async (how, refusal) => {
    rig.preview.max.faults.goneMessage = how;
    const { body } = await sendOne();
    const callbackId = user.forgeTap(body.mid, "любой");
    await rig.api.deleteMessage(body.mid);
    const message = { text: "т" };
    const quoting = { ...message, link: { type: "reply", mid: body.mid } };
    const calls = [
      ["POST", `messages?user_id=${user.userId}`, quoting],
      ["PUT", `messages?message_id=${body.mid}`, message],
      ["POST", `answers?callback_id=${callbackId}`, { message }],
    ] as const;
    for (const [method, path, content] of calls) expect(await rig.call(method, path, content)).toMatchObject(refusal);
  });

  it.each(["without-chat-id", "null"] as const)("tells of a tap %s", async (variant) => {
    rig.preview.max.faults.tapMessage = variant;
    const { body } = await sendOne();
    user.forgeTap(body.mid, "любой");
    const { updates } = await rig.api.getUpdates(["message_callback"]);
    const message = variant === "null" ? null : { recipient: { user_id: user.userId } };
    expect(updates).toMatchObject([{ message, callback: { payload: "любой" } }]);
    expect(JSON.stringify(updates)).not.toContain('"chat_id"');
  });
});
