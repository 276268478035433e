// /poster again: after a failure, a refusal, a kill. What arrived does not come a second time.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SMALL_FAQ } from "../../test/support/dialog/small-faq.ts";
import { silentLog } from "../../test/support/logs.ts";
import { buildContent } from "../live/content.ts";
import { MaxFailure } from "../max/failure.ts";
import { receivedOf } from "../max/intake.ts";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import { createGroupStates } from "./group-states.ts";
import { createLastReplies } from "./last-replies.ts";
import { createHandler } from "./handle.ts";
import { createPseudonyms } from "./pseudonyms.ts";
import { createRecorder } from "./recorder.ts";
import { rephrasingIn } from "./setbacks.ts";
import { createPoster } from "../poster/poster.ts";

const CONTENT = buildContent(SMALL_FAQ, "");
const BOT = { userId: 1, username: "bot" };
const UPDATE = {
  update_type: "message_created",
  timestamp: 5,
  message: {
    sender: { user_id: 70, is_bot: false },
    recipient: { chat_id: 700, chat_type: "dialog" },
    timestamp: 5,
    body: { mid: "mid.1", text: "/poster" },
  },
};
const NOT_READY = new MaxFailure("POST /messages: MAX answered 400 attachment.not.ready", {
  reason: "rejected",
  status: 400,
});
const REFUSED = new MaxFailure("POST /messages: MAX answered 400", { reason: "rejected" });
const NO_ANSWER = new MaxFailure("POST /messages: no answer", { reason: "network" });

let folder = "";
let store: Store;
/** Each upload and send, as it was asked of MAX. */
let calls: string[] = [];
/** How the sends to come end; those after them go well. */
let outcomes: (Error | undefined)[] = [];
let isBusy = false;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "poster-"));
  store = await openDatabase(`file:${folder}/bot.db`);
  await store.inbox.receive(receivedOf([UPDATE], BOT, 1, silentLog));
  calls = [];
  outcomes = [];
  isBusy = false;
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** Handles the update as a process does that has just been started. */
async function handle(): Promise<void> {
  const pseudonyms = createPseudonyms(store.secrets, Date.now);
  const handler = createHandler({
    client: {
      send: async ({ place }) => {
        calls.push(`say to ${place.userId}`);
        return "mid";
      },
      upload: async ({ kind, name }) => {
        calls.push(`upload ${name}`);
        return { type: kind, payload: { token: `${name} ${calls.length}` } };
      },
      sendFile: async (_place, { type, payload }) => {
        calls.push(`send ${type} ${JSON.stringify(payload)}`);
        const outcome = outcomes.shift();
        if (outcome !== undefined) throw outcome;
      },
      membership: async () => ({ isAdmin: false, canRead: false }),
      isAdmin: async () => false,
    },
    talk: () => CONTENT.talk,
    bot: () => BOT,
    tidyAfter: () => undefined,
    drawPoster: async (text) => (isBusy ? undefined : createPoster(text)),
    inbox: store.inbox,
    groups: createGroupStates(store.chatStates, Date.now),
    lastReplies: createLastReplies(store.lastReplies, Date.now, silentLog),
    admin: async () => false,
    support: undefined,
    wizard: async () => false,
    forAdmin: (message) => message,
    recorder: createRecorder({
      ...store,
      pseudonyms,
      isRephrasing: rephrasingIn(() => CONTENT),
      log: silentLog,
      now: Date.now,
    }),
    retentionDays: 90,
    log: silentLog,
    now: Date.now,
  });
  await handler(UPDATE, new AbortController().signal);
}

const PDF = ["upload poster.pdf", 'send file {"token":"poster.pdf 1"}'];
const png = (call: number) => ["upload poster.png", `send image {"token":"poster.png ${call}"}`];

test("the PDF that arrived is not sent again when the picture is refused, and nothing once both arrived", async () => {
  outcomes = [undefined, REFUSED];
  await expect(handle()).rejects.toBe(REFUSED);
  await handle();
  expect(calls).toEqual([...PDF, ...png(3), ...png(5)]);
  await handle();
  expect(calls).toHaveLength(6);
});

test("what MAX still processes is not uploaded again, until it turns out to be gone", async () => {
  outcomes = [undefined, NOT_READY, REFUSED];
  await expect(handle()).rejects.toBe(NOT_READY);
  await expect(handle()).rejects.toBe(REFUSED);
  await handle();
  expect(calls).toEqual([...PDF, ...png(3), ...png(3).slice(1), ...png(6)]);
});

test("one that was given up goes on where it was, and what is done keeps nothing", async () => {
  outcomes = [undefined, NO_ANSWER];
  await expect(handle()).rejects.toBe(NO_ANSWER);
  const { updates } = await store.inbox.pending({ exceptLanes: [], limit: 1 });
  const [update] = updates;
  await store.inbox.giveUp(update?.id ?? 0, "refused");
  await store.inbox.retryDeadLetter(update?.id ?? 0);
  await handle();
  expect(calls).toEqual([...PDF, ...png(3), ...png(5)]);
  await store.inbox.done(update?.id ?? 0);
  expect(await store.inbox.progress(update?.key ?? "")).toBeUndefined();
});

test("who asks while too many posters are drawn is told so", async () => {
  isBusy = true;
  await handle();
  expect(calls).toEqual(["say to 70"]);
});
