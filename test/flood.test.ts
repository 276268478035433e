import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createGroupStates } from "../src/answering/group-states.ts";
import { createLastReplies } from "../src/answering/last-replies.ts";
import { createHandler } from "../src/answering/handle.ts";
import { createPseudonyms } from "../src/answering/pseudonyms.ts";
import { createRecorder } from "../src/answering/recorder.ts";
import { rephrasingIn } from "../src/answering/setbacks.ts";
import { createWorker } from "../src/delivery/worker.ts";
import type { Reply } from "../src/dialog/reply.ts";
import { TOO_FAST } from "../src/dialog/wording.ts";
import { buildContent } from "../src/live/content.ts";
import { plainOf } from "../src/markup/rich-text.ts";
import { receivedOf } from "../src/max/intake.ts";
import { withPace } from "../src/max/pace.ts";
import { openDatabase } from "../src/store/database.ts";
import type { Store } from "../src/store/store.ts";
import { SMALL_FAQ } from "./support/dialog/small-faq.ts";
import { silentLog } from "./support/logs.ts";
import { until } from "./support/until.ts";
import { createPoster } from "../src/poster/poster.ts";

// One person sends what a program sends: what of it is stored, answered and recorded.

const CONTENT = buildContent(SMALL_FAQ, "");
const BOT = { userId: 1, username: "bot" };
const FLOODER = 774_411_229;
const PARENT = 554_433_221;
const AT = Date.UTC(2026, 10, 25, 9);

let folder = "";
let store: Store;
let sent: { readonly userId: number; readonly text: string }[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flood-"));
  store = await openDatabase(`file:${folder}/bot.db`, () => AT);
  sent = [];
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

function handler({ inbox }: Pick<Store, "inbox">) {
  const now = () => AT;
  return createHandler({
    inbox,
    client: {
      send: async (reply: Reply) => {
        const text = "message" in reply ? plainOf(reply.message.text) : reply.text;
        sent.push({ userId: reply.place.userId, text });
        return `mid.${sent.length}`;
      },
      upload: async ({ kind }) => ({ type: kind, payload: { token: "t" } }),
      sendFile: async () => undefined,
      membership: async () => ({ isAdmin: true, canRead: true }),
      isAdmin: async () => false,
    },
    talk: () => CONTENT.talk,
    bot: () => BOT,
    groups: createGroupStates(store.chatStates, now),
    lastReplies: createLastReplies(store.lastReplies, now, silentLog),
    admin: async () => false,
    support: undefined,
    wizard: async () => false,
    forAdmin: (message) => message,
    tidyAfter: () => undefined,
    drawPoster: createPoster,
    recorder: createRecorder({
      ...store,
      pseudonyms: createPseudonyms(store.secrets, now),
      isRephrasing: rephrasingIn(() => CONTENT),
      log: silentLog,
      now,
    }),
    retentionDays: 90,
    log: silentLog,
    now,
  });
}

function said(text: string, userId: number, timestamp: number) {
  const sender = { user_id: userId, is_bot: false };
  const recipient = { chat_id: userId + 1, chat_type: "dialog" };
  const body = { mid: `mid.${userId}.${timestamp}`, text };
  const message = { timestamp, sender, recipient, body };
  return { update_type: "message_created", timestamp, message };
}

function tapped(userId: number, timestamp: number) {
  const callback_id = `callback.${timestamp}`;
  const callback = { callback_id, timestamp, payload: "1:menu", user: { user_id: userId } };
  return { update_type: "message_callback", timestamp, callback };
}

test("of ten thousand messages and taps of one person forty are answered, and the parent after him", async () => {
  const flood = Array.from({ length: 5_000 }, (_, n) => [
    said(`жзщ ${"хфц ".repeat(50)}${n}`, FLOODER, AT + 2 * n),
    tapped(FLOODER, AT + 2 * n + 1),
  ]).flat();
  const inbox = withPace(store.inbox);
  const updates = [...flood, said("потерял книгу", PARENT, AT + 20_000)];
  expect(await inbox.receive(receivedOf(updates, BOT, AT, silentLog))).toBe(42);
  const worker = createWorker({ inbox, handle: handler({ inbox }), log: silentLog });
  worker.start();
  await until(() => sent.length === 42);
  await worker.stop();
  const toFlooder = sent.filter(({ userId }) => userId === FLOODER).map(({ text }) => text);
  expect(toFlooder.filter((text) => text === TOO_FAST)).toEqual([toFlooder[40]]);
  expect(sent.filter(({ userId }) => userId === PARENT)).toHaveLength(1);
  expect(await store.journal.between(0, AT + 1)).toHaveLength(21);
  expect(await inbox.size()).toMatchObject({ pending: 0, deadLetters: 0 });
});
