import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { PNG } from "../../../test/support/preview/echo-bot.ts";
import { type Rig, startRig } from "../../../test/support/preview/rig.ts";
import type { LocalUser } from "../people/local-user.ts";

const PDF = Buffer.from("%PDF-1.7 плакат");

let rig: Rig;
let user: LocalUser;
let time: number;

beforeEach(async () => {
  time = Date.now();
  rig = await startRig({ now: () => time });
  user = rig.preview.max.user();
  user.start();
});

afterEach(async () => rig.preview.close());

function fileOf(name: string, content: Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), "upload-")), name);
  writeFileSync(path, content);
  return path;
}

async function download(): Promise<{ readonly bytes: Buffer; readonly headers: Headers }> {
  const path = user.messages.at(-1)?.media[0]?.file?.path ?? "";
  const response = await fetch(new URL(path, rig.preview.url));
  return { bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
}

describe("a file that the SDK uploads", () => {
  it.each([
    ["from memory", () => PNG],
    ["from the disk", () => fileOf("poster.png", PNG)],
  ])("as a picture %s is shown in the chat", async (_, source) => {
    const image = await rig.api.uploadImage({ source: source() });
    const { body } = await rig.api.sendMessageToUser(user.userId, "Плакат", {
      attachments: [image.toJson()],
    });
    const url = z.object({ payload: z.object({ url: z.string() }) });
    const { payload } = url.parse(body.attachments?.[0]);
    expect(Buffer.from(await (await fetch(payload.url)).arrayBuffer())).toEqual(PNG);
    expect(user.messages).toMatchObject([
      { text: "Плакат", media: [{ kind: "image", file: { sizeBytes: PNG.length } }] },
    ]);
    const { bytes, headers } = await download();
    expect(bytes).toEqual(PNG);
    expect(headers.get("content-type")).toBe("image/png");
    expect(headers.get("content-disposition")).toMatch(/^inline/u);
  });

  it.each(["poster.pdf", "плакат.pdf"])("as the file %s is offered under its name", async (name) => {
    const file = await rig.api.uploadFile({ source: fileOf(name, PDF) });
    const { body } = await rig.api.sendMessageToUser(user.userId, "", {
      attachments: [file.toJson()],
    });
    expect(body.attachments).toMatchObject([{ type: "file", filename: name, size: PDF.length }]);
    expect(user.messages).toMatchObject([{ media: [{ kind: "file", file: { name } }] }]);
    const { bytes, headers } = await download();
    expect(bytes).toEqual(PDF);
    expect(headers.get("content-type")).toBe("application/pdf");
    expect(headers.get("content-disposition")).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  });

  it("as a video arrives whole though it is sent in pieces", async () => {
    const content = Buffer.alloc(200_000, "видео");
    const video = await rig.api.uploadVideo({ source: fileOf("a.mp4", content) });
    await rig.api.sendMessageToUser(user.userId, "", { attachments: [video.toJson()] });
    expect((await download()).bytes).toEqual(content);
  });

  it("is kept by a message that is forwarded", async () => {
    const image = await rig.api.uploadImage({ source: PNG });
    const { body } = await rig.api.sendMessageToUser(user.userId, "Плакат", {
      attachments: [image.toJson()],
    });
    user.forwardMessage(body.mid);
    expect(user.messages.at(-1)).toMatchObject({
      forwarded: { text: "Плакат", media: [{ kind: "image", file: { sizeBytes: PNG.length } }] },
    });
  });

  it.each([
    [400, 400, {}],
    [200, false, { success: false }],
  ] as const)(
    "is refused as not ready with status %i until it has been there for the time set",
    async (status, notReady, body) => {
      const { faults } = rig.preview.max;
      faults.slowUploads = { image: 4_000 };
      faults.notReady = notReady;
      const [image, file] = [await rig.api.uploadImage({ source: PNG }), await rig.api.uploadFile({ source: PDF })];
      const send = (attachment: object) =>
        rig.call("POST", `messages?user_id=${user.userId}`, { attachments: [attachment] });
      expect(await send(file.toJson())).toMatchObject({ status: 200, body: { message: {} } });
      const refusal = { status, body: { ...body, code: "attachment.not.ready" } };
      expect(await send(image.toJson())).toMatchObject(refusal);
      time += 3_999;
      expect(await send(image.toJson())).toMatchObject(refusal);
      time += 1;
      expect(await send(image.toJson())).toMatchObject({ status: 200, body: { message: {} } });
    },
  );
});

describe("an upload", () => {
  const begin = async (type: string): Promise<string> => {
    const { body } = await rig.call("POST", `uploads?type=${type}`);
    return z.object({ url: z.string() }).parse(body).url;
  };

  it("takes the bare bytes too", async () => {
    const response = await fetch(await begin("file"), {
      method: "POST",
      body: PDF,
      headers: { "content-type": "application/pdf", "x-file-name": "a.pdf" },
    });
    expect(await response.json()).toEqual({
      fileId: expect.any(Number),
      token: expect.any(String),
    });
  });

  it("of what is no picture reports that with status 200, as MAX does", async () => {
    const response = await fetch(await begin("image"), { method: "POST", body: "<svg/>" });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ error_code: "upload.not.image" });
  });

  it.each([
    ["an unknown key", "upload/unknown"],
    ["an empty body", undefined],
  ])("with %s reports that", async (_, path) => {
    const url = path === undefined ? await begin("file") : new URL(path, rig.preview.url);
    const response = await fetch(url, { method: "POST", body: path === undefined ? "" : "т" });
    expect(await response.json()).toMatchObject({ error_code: expect.any(String) });
  });

  it.each([
    ["an unknown token", { type: "image", payload: { token: "none" } }],
    ["no payload", { type: "file" }],
  ])("with %s cannot be sent", async (_, attachment) => {
    const path = `messages?user_id=${user.userId}`;
    const answer = await rig.call("POST", path, { text: "т", attachments: [attachment] });
    expect(answer).toMatchObject({ status: 400, body: { code: "proto.payload" } });
  });

  it("of an unknown type is refused, and so is a file beside a picture", async () => {
    expect(await rig.call("POST", "uploads?type=poster")).toMatchObject({ status: 400 });
    const [image, file] = [await rig.api.uploadImage({ source: PNG }), await rig.api.uploadFile({ source: PDF })];
    const attachments = [image.toJson(), file.toJson()];
    const path = `messages?user_id=${user.userId}`;
    expect(await rig.call("POST", path, { attachments })).toMatchObject({ status: 400 });
  });
});
