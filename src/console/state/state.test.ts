import { afterEach, expect, test } from "vitest";
import { writeFile } from "node:fs/promises";
import { silentLog } from "../../../test/support/logs.ts";
import { readConfig } from "../../config/config.ts";
import { consoleState, type ConsoleState } from "./state.ts";
import type { Done, Failure } from "../api.ts";
import type { State } from "./state-api.ts";
import { openSchool, type School } from "../../../test/support/console/school.ts";
import type { Checks } from "../../health/health.ts";

const FAQ = `organization: { name: Школа, contact: Спросите секретаря }
categories: [{ id: all, title: Всё }]
entries:
  - { id: book, category: all, question: Как взять книгу?, phrases: [взять книгу], answer: Так. }
topics:
  - { id: weather, phrases: [какая погода, будет дождь], answer: Не знаю. }
`;

let school: School;
let parts: ConsoleState;
let woken = 0;
let live: Checks = {};
let isStoreAway = false;

afterEach(() => school.close());

async function open(): Promise<void> {
  woken = 0;
  live = { max: "ok" };
  isStoreAway = false;
  school = await openSchool(FAQ, ({ content, store }) => {
    const watch = {
      probes: {
        live: async () => live,
        ready: async () => ({}),
      },
      health: { times: () => ({ updateAt: 5, maxAt: 7 }), isAsking: () => true },
      size: async () => (isStoreAway ? undefined : store.inbox.size()),
    };
    const wake = () => {
      woken += 1;
    };
    const bot = () => undefined;
    parts = consoleState(readConfig({}), {
      content,
      store,
      watch,
      bot,
      wake,
      log: silentLog,
      now: () => 3,
    });
    return parts.area;
  });
}

async function giveUp(error: string): Promise<number> {
  const { inbox } = school.store;
  await inbox.receive([{ key: error, lane: error, payload: '{"секрет":1}', receivedAt: 100 }]);
  const [update] = (await inbox.pending({ exceptLanes: [], limit: 1 })).updates;
  await inbox.giveUp(update?.id ?? 0, error);
  return update?.id ?? 0;
}

async function state(): Promise<State> {
  const { status, body } = await school.get<State>("state");
  expect(status).toBe(200);
  return body;
}

test("the state says how the program is, and nothing of what people wrote", async () => {
  await open();
  const id = await giveUp("MAX answered 500");
  const shown = await state();
  expect(shown).toMatchObject({
    startedAt: 3,
    transport: "preview",
    store: "sqlite",
    lastUpdateAt: 5,
    lastHeardAt: 7,
    queue: { pending: 0 },
    deadLetters: [{ id, at: 100, title: "Неизвестное событие", error: "MAX долго не работал (500)" }],
  });
  expect(shown.content).toEqual({
    file: school.file,
    version: school.content.current().version,
    entries: 1,
    phrases: 3,
    faults: [],
  });
  expect(JSON.stringify(shown)).not.toContain("секрет");
});

test("what was given up is tried again or dropped, once", async () => {
  await open();
  const first = await giveUp("a");
  const retried = await school.post<Done>("state/dead-letters/retry", { id: first });
  expect(retried).toMatchObject({
    status: 200,
    body: { message: expect.stringContaining("очереди") },
  });
  expect(woken).toBe(1);
  const again = await school.post<Failure>("state/dead-letters/retry", { id: first });
  expect(again).toMatchObject({
    status: 404,
    body: { message: expect.stringContaining("уже нет") },
  });
  expect(woken).toBe(1);
  await school.store.inbox.giveUp(first, "b");
  expect((await school.post("state/dead-letters/drop", { id: first })).status).toBe(200);
  expect((await school.post("state/dead-letters/drop", { id: first })).status).toBe(404);
  expect((await state()).deadLetters).toEqual([]);
  for (const id of [-1, 1.5, "1", undefined, 1e30])
    expect((await school.post("state/dead-letters/drop", { id })).status).toBe(400);
});

test("a database that does not answer hides nothing else", async () => {
  await open();
  isStoreAway = true;
  const shown = await state();
  expect(shown.deadLetters).toEqual([]);
  expect(shown).not.toHaveProperty("queue");
});

test("a file that was rejected is told with its faults until it is mended", async () => {
  await open();
  const before = await parts.stamps();
  await writeFile(school.file, FAQ.replace("answer: Так.", "antwort: Так."));
  await school.content.reload();
  expect((await state()).content.faults.join("\n")).toContain("antwort");
  const rejected = await parts.stamps();
  expect(rejected.content).not.toBe(before.content);
  await writeFile(school.file, FAQ);
  await school.content.reload();
  expect((await state()).content.faults).toEqual([]);
  const mended = await parts.stamps();
  // Whoever looked in between has to look again.
  expect([before.content, rejected.content]).not.toContain(mended.content);
  expect(await parts.stamps()).toEqual(mended);
});

test("each kind of change has its stamp, and what changes by itself has none", async () => {
  await open();
  const before = await parts.stamps();
  live = { max: "silent for 130 s" };
  const silent = await parts.stamps();
  live = { max: "silent for 140 s" };
  expect(await parts.stamps()).toEqual(silent);
  expect(silent).toEqual({ ...before, state: silent.state });
  expect(silent.state).not.toBe(before.state);
  await school.ask(1, "а");
  const asked = await parts.stamps();
  expect(asked).toEqual({ ...silent, journal: asked.journal });
  expect(asked.journal).not.toBe(silent.journal);
});
