import { afterEach, beforeEach, expect, test } from "vitest";
import { createRecordingLog, type RecordingLog } from "../../test/support/logs.ts";
import { type Rig, startRig, TOKEN } from "../../test/support/preview/rig.ts";
import { createMaxClient } from "../max/client.ts";
import type { LocalUser } from "../preview/people/local-user.ts";
import type { PendingUpdate } from "../store/inbox/inbox.ts";
import { createApology } from "./apology.ts";

const HOUR = 3_600_000;
const TOLD = "Извините, доставить ответ на ваше сообщение не получилось.\n\nПозвоните секретарю: 12-34.";

let rig: Rig;
let user: LocalUser;
let log: RecordingLog;
let time: number;
let ids: number;
let apologize: (update: PendingUpdate) => Promise<void>;

beforeEach(async () => {
  rig = await startRig({ limits: false });
  user = rig.preview.max.user();
  log = createRecordingLog();
  time = Date.UTC(2025, 8, 1);
  ids = 0;
  const sleep = async () => undefined;
  let ticks = 0;
  const tick = () => (ticks += 1_000);
  apologize = createApology({
    client: createMaxClient({ token: TOKEN, apiUrl: rig.preview.apiUrl, log, sleep, now: tick }),
    bot: () => undefined,
    contact: () => "Позвоните секретарю: 12-34",
    support: { isStaffChat: ({ userId }) => userId !== user.userId },
    log,
    now: () => time,
    signal: new AbortController().signal,
  });
});
afterEach(async () => rig.preview.close());

/** What was given up: the last thing that the local MAX told of. */
async function givenUp(changes: Partial<PendingUpdate> = {}): Promise<PendingUpdate> {
  const { updates } = await rig.api.getUpdates();
  const payload = JSON.stringify(updates.at(-1));
  const id = (ids += 1);
  return { id, key: `m:${id}`, lane: "a", payload, attempts: 4, receivedAt: time, ...changes };
}

const said = () => user.messages.filter(({ isFromBot }) => isFromBot).map(({ text }) => text);
const sends = () => rig.preview.max.calls.filter(({ path }) => path === "/messages");

test("whoever asked is told once, as plainly as can be, and whom to ask", async () => {
  user.say("Когда собрание?");
  const update = await givenUp();
  await apologize(update);
  // Administrators may have it tried again, and it may fail again.
  time += 2 * HOUR;
  await apologize(update);
  expect(said()).toEqual([TOLD]);
  expect(sends().map(({ body }) => body)).toEqual([{ text: TOLD, format: "html" }]);
});

test("a chat in which much fails is told so once an hour", async () => {
  user.start();
  await apologize(await givenUp());
  user.say("Когда собрание?");
  await apologize(await givenUp());
  expect(said()).toEqual([TOLD]);
  time += HOUR;
  user.forgeTap(user.messages.at(-1)?.mid ?? "", "m");
  await apologize(await givenUp());
  expect(said()).toEqual([TOLD, TOLD]);
});

test("a refusal is met with silence, and ends it", async () => {
  user.say("Когда собрание?");
  const refusal = { status: 400, body: { code: "proto.payload", message: "Invalid chatId: 7" } };
  rig.preview.max.faults.next({ path: "/messages" }, refusal);
  const update = await givenUp();
  await apologize(update);
  await apologize(update);
  expect(sends()).toHaveLength(1);
  expect(log.lines.join("\n")).toMatch(/^info .*rejected/u);
  expect(log.lines.join("\n")).not.toContain("chatId");
});

test.each([
  { why: "it was asked yesterday", changes: { receivedAt: Date.UTC(2025, 7, 31) } },
  { why: "it cannot be read", changes: { payload: "{" } },
  { why: "it is no update", changes: { payload: "null" } },
])("nobody is told where $why", async ({ changes }) => {
  user.say("Когда собрание?");
  await apologize(await givenUp(changes));
  expect(sends()).toEqual([]);
});

test("a group and the staff are not told", async () => {
  const group = rig.preview.max.group({ title: "5 «Б»", people: [{ firstName: "Елена" }] });
  group.addBot();
  group.setBotAdmin(true);
  group.owner.mention("Когда собрание?");
  await apologize(await givenUp());
  group.owner.person.say("В пятницу.");
  await apologize(await givenUp());
  expect(sends()).toEqual([]);
});
