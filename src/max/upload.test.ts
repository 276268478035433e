// Files through the client to the local MAX, with waits that take no time.
import { afterEach, beforeEach, expect, test } from "vitest";
import { silentLog } from "../../test/support/logs.ts";
import { PNG } from "../../test/support/preview/echo-bot.ts";
import { type Rig, startRig, TOKEN } from "../../test/support/preview/rig.ts";
import { plain } from "../markup/rich-text.ts";
import type { LocalUser } from "../preview/people/local-user.ts";
import type { Sleep } from "../runtime/sleep.ts";
import { createMaxClient, type MaxClient } from "./client.ts";

const FILE = { kind: "file", name: "poster.pdf", bytes: Buffer.from("%PDF-1.7") } as const;
const IMAGE = { kind: "image", name: "poster.png", bytes: PNG } as const;
const MESSAGE = { text: plain("Плакат"), keyboard: [] };

let rig: Rig;
let user: LocalUser;
let time: number;
let waits: number[];

beforeEach(async () => {
  time = Date.now();
  waits = [];
  rig = await startRig({ now: () => time });
  user = rig.preview.max.user();
  user.start();
});
afterEach(async () => rig.preview.close());

const wait: Sleep = async (ms) => {
  waits.push(ms);
  time += ms;
};

function connect(sleep: Sleep = wait): MaxClient {
  const { apiUrl } = rig.preview;
  return createMaxClient({ token: TOKEN, apiUrl, log: silentLog, now: () => time, sleep });
}

function placeOf({ userId }: LocalUser) {
  return { kind: "private", chatId: undefined, userId } as const;
}

/** How the sends of messages ended. */
const sends = () => rig.preview.max.calls.filter(({ path }) => path === "/messages").map(({ status }) => status);
const uploads = () => rig.preview.max.calls.filter(({ path }) => path === "/uploads").length;

test.each([
  ["an error", 400],
  ["a success that is none", false],
] as const)("what MAX still processes is sent again, not uploaded: %s", async (_, notReady) => {
  rig.preview.max.faults.notReady = notReady;
  rig.preview.max.faults.slowUploads = { file: 6_500 };
  const client = connect();
  const file = await client.upload(FILE);
  await client.sendFile(placeOf(user), file, MESSAGE);
  expect(sends()).toHaveLength(4);
  expect(waits.filter((ms) => ms >= 1_000)).toEqual([1_000, 2_000, 4_000]);
  expect(uploads()).toBe(1);
  expect(user.messages.map(({ text }) => text)).toEqual(["Плакат"]);
});

test("what MAX never gets ready is given up, and may be sent later", async () => {
  rig.preview.max.faults.slowUploads = { image: 60_000 };
  const client = connect();
  const image = await client.upload(IMAGE);
  const sending = client.sendFile(placeOf(user), image, MESSAGE);
  await expect(sending).rejects.toMatchObject({ code: "attachment.not.ready" });
  expect(sends()).toEqual([400, 400, 400, 400]);
  time += 60_000;
  await client.sendFile(placeOf(user), image, MESSAGE);
  expect(uploads()).toBe(1);
});

test("other chats do not wait for a file", async () => {
  const other = rig.preview.max.user();
  other.start();
  rig.preview.max.faults.slowUploads = { image: 500 };
  const client = connect(async (ms) => {
    if (ms < 1_000) return wait(ms);
    await client.send({ kind: "send", place: placeOf(other), message: MESSAGE });
    await wait(ms);
  });
  await client.sendFile(placeOf(user), await client.upload(IMAGE), MESSAGE);
  expect(sends()).toEqual([400, 200, 200]);
  expect(other.messages).toHaveLength(1);
});

test("the waiting for a file ends when it is no longer wanted", async () => {
  rig.preview.max.faults.slowUploads = { image: Infinity };
  const abort = new AbortController();
  const reason = new Error("recalled");
  const client = connect(async () => abort.abort(reason));
  const image = await client.upload(IMAGE);
  await expect(client.sendFile(placeOf(user), image, MESSAGE, abort.signal)).rejects.toBe(reason);
  expect(sends()).toEqual([400]);
});
