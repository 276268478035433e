import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import SqliteFile from "libsql";
import { z } from "zod";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepRetention, keptOf } from "../src/answering/retention.ts";
import type { App } from "../src/app/app.ts";
import type { ChatMessage } from "../src/preview/people/chat-message.ts";
import type { LocalGroup } from "../src/preview/people/local-group.ts";
import type { LocalMember } from "../src/preview/people/local-member.ts";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import type { Preview } from "../src/preview/preview.ts";
import { databasePathOf } from "../src/store/database-url.ts";
import { DATABASES, type TestPlace } from "./support/database/databases.ts";
import { withClient } from "./support/database/postgres.ts";
import { silentLog } from "./support/logs.ts";
import { createManualClock } from "./support/manual-clock.ts";
import { startBotOn, startMax } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// What `/privacy` says, held against every table, and against every byte where the database is a file: a person asks,
// votes, hands a question on, asks in a group, begins an entry, and was put aside once.

const TOKEN = "token-of-the-privacy";
const DAY_MS = 86_400_000;
const CONTENT = `
organization: { name: Школа № 1, contact: Позвоните секретарю }
categories: [{ id: chats, title: Чаты }]
entries:
  - id: moved
    category: chats
    question: Какие чаты переносятся?
    phrases: [какие чаты переедут, перенесут ли чат класса, что с перепиской]
    answer: Все чаты классов.
topics: []
smalltalk: []
`;
const NAMES = ["Евстигнея", "Заболотняя"];
const TEXTS = ["переедут к понедельнику", "абракадабра", "брамапутра", "переедут ли", "черновичок"];
const ASIDE = "несварение";

let folder: string;
let place: TestPlace;
let max: Preview;
let app: App | undefined;
let person: LocalUser;
let group: LocalGroup;
let inGroup: LocalMember;
let privacy: ChatMessage;

async function start(): Promise<void> {
  const staff = max.max.group({ title: "Сотрудники", people: [{ firstName: "Завуч" }] });
  staff.addBot();
  staff.setBotAdmin(true);
  app = await startBotOn(max, TOKEN, {
    faqFile: join(folder, "faq.yaml"),
    databaseUrl: place.url,
    supportChatId: staff.chatId,
    adminUserIds: [person.userId],
  });
}

async function stop(): Promise<void> {
  await app?.stop();
  app = undefined;
}

/** An update of the person as MAX sends it, which the bot gave up. */
async function putAside(): Promise<void> {
  const store = await place.open();
  const sender = { user_id: person.userId, first_name: NAMES[0], last_name: NAMES[1] };
  const message = { sender, body: { mid: "mid.aside", text: `${ASIDE} 89161234567` } };
  const payload = JSON.stringify({ update_type: "message_created", message });
  const lane = `user:${person.userId}`;
  await store.inbox.receive([{ key: "aside", lane, payload, receivedAt: Date.now() }]);
  const { updates } = await store.inbox.pending({ exceptLanes: [], limit: 1 });
  await store.inbox.giveUp(updates[0]?.id ?? 0, `Error: ${ASIDE}`);
  await store.close();
}

/** The first message of the bot that `act` brings or changes. */
async function next(chat: { readonly messages: readonly ChatMessage[] }, act: () => unknown): Promise<ChatMessage> {
  const before = new Set(chat.messages.map((message) => JSON.stringify(message)));
  const fresh = () => chat.messages.find((one) => one.isFromBot && !before.has(JSON.stringify(one)));
  act();
  await until(() => fresh() !== undefined);
  const found = fresh();
  if (found === undefined) throw new Error("the bot is silent");
  return found;
}

/** The message of `/privacy`, which was asked for first: a command ends what an administrator has begun. */
async function live(): Promise<ChatMessage> {
  const privacy = await next(person, () => person.say("/privacy"));
  const answer = await next(person, () => person.say("какие чаты переедут к понедельнику"));
  await next(person, () => person.tap(answer.mid, "👎"));
  const offer = await next(person, () => person.say("абракадабра зюзя мрум"));
  await next(person, () => person.tap(offer.mid, "Спросить сотрудника"));
  await next(person, () => person.say("брамапутра зюзя мрум"));
  await next(group, () => group.addBot());
  group.setBotAdmin(true);
  await next(group, () => inGroup.say("/faq какие чаты переедут ли"));
  await next(person, () => person.say("/new"));
  await next(person, () => person.say("Что такое черновичок?"));
  return privacy;
}

/** By where it is found. */
async function tracesOf(traces: readonly string[]): Promise<readonly string[]> {
  const rows = await rowsOf(place.url);
  const found = rows.flatMap(({ table, row }) =>
    traces.filter((trace) => row.includes(trace)).map((trace) => `${table}: ${trace}`),
  );
  return [...new Set(found), ...(await tracesInFiles(traces))];
}

async function rowsOf(url: string): Promise<readonly { table: string; row: string }[]> {
  const shown = (table: string, rows: readonly unknown[]) => rows.map((row) => ({ table, row: JSON.stringify(row) }));
  if (url.startsWith("postgres"))
    return withClient(url, async (client) => {
      const tables = await client.query("select tablename from pg_tables where schemaname = 'public'");
      const all = [];
      for (const { tablename } of tables.rows)
        all.push(...shown(tablename, (await client.query(`select * from "${tablename}"`)).rows));
      return all;
    });
  const file = new SqliteFile(databasePathOf(url));
  const all = (statement: string): unknown[] => file.prepare(statement).all();
  const names = z
    .array(z.object({ name: z.string() }))
    .parse(all("select name from sqlite_master where type = 'table'"));
  const rows = names.flatMap(({ name }) => shown(name, all(`select * from "${name}"`)));
  file.close();
  return rows;
}

async function tracesInFiles(traces: readonly string[]): Promise<readonly string[]> {
  if (place.url.startsWith("postgres")) return [];
  const beside = dirname(databasePathOf(place.url));
  const names = await readdir(beside);
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await bytesOf(join(beside, name)) })));
  return files.flatMap(({ name, bytes }) =>
    traces
      .filter((trace) => bytes.includes(trace) || bytes.includes(asInteger(trace)))
      .map((trace) => `${name}: ${trace}`),
  );
}

/** The log and the shared memory go when their last connection is collected. */
async function bytesOf(path: string): Promise<Buffer> {
  return readFile(path).catch((error: unknown) => {
    if (existsSync(path)) throw error;
    return Buffer.alloc(0);
  });
}

/** As SQLite writes a number of four bytes into a row; a text stays what it is. */
function asInteger(trace: string): Buffer {
  const bytes = Buffer.alloc(4);
  if (!/^\d+$/u.test(trace)) return Buffer.from(trace);
  bytes.writeInt32BE(Number(trace));
  return bytes;
}

const ids = () => [`${person.userId}`, `${person.chatId}`];

describe.each(DATABASES)("in $name", (database) => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "privacy-"));
    await writeFile(join(folder, "faq.yaml"), CONTENT);
    place = await database.newPlace();
    max = await startMax(TOKEN, { limits: false });
    const [firstName = "", lastName] = NAMES;
    group = max.max.group({ title: "5 «Б»", people: [{ firstName, lastName }] });
    inGroup = group.owner;
    person = inGroup.person;
    await putAside();
    await start();
    privacy = await live();
  });
  afterEach(async () => {
    await stop();
    await max.close();
    await place.remove();
    await rm(folder, { recursive: true });
  });

  const everything = () => [...NAMES, ...ids(), ...TEXTS, ASIDE];

  test("who deletes his data is told what was deleted, and nothing of him is left", { timeout: 240_000 }, async () => {
    const before = await tracesOf(everything());
    for (const table of ["inbox", "support_question", "question", "chat_state"])
      expect(before.some((found) => found.startsWith(`${table}:`))).toBe(true);
    const done = await next(person, () => person.tap(privacy.mid, "Удалить мои данные"));
    expect(done.text).toContain("вопросов — 4, отметок под ответами — 1");
    expect(done.text).toContain("вопросов для сотрудников — 3");
    expect(done.text).toContain("сообщений, на которые я не смог ответить, — 1");
    expect(done.text).toContain("начатая запись");
    await expect.poll(() => tracesOf(everything())).toEqual([]);
    await stop();
    expect(await tracesOf(everything())).toEqual([]);
  });

  test(
    "what nobody deletes goes when its time is over, the name and the text itself within three days",
    { timeout: 240_000 },
    async () => {
      await stop();
      const whole = await tracesOf(everything());
      expect(whole.join()).toContain(ASIDE);
      await keepFor(3 * DAY_MS);
      const left = await tracesOf(everything());
      expect(left.filter((found) => NAMES.some((name) => found.endsWith(name)))).toEqual([]);
      expect(left.join()).not.toContain(ASIDE);
      expect(left.join()).not.toContain("черновичок");
      expect(left.join()).toContain("question: переедут к понедельнику");
      await keepFor(90 * DAY_MS + 1);
      expect(await tracesOf(everything())).toEqual([]);
    },
  );
});

/** What is deleted so long after now. */
async function keepFor(ms: number): Promise<void> {
  const store = await place.open();
  const { now, sleep } = createManualClock(Date.now() + ms);
  const stopping = new AbortController();
  const kept = keptOf(store, now);
  const rest = { now, sleep, log: silentLog, signal: stopping.signal };
  const keeping = keepRetention({ ...store, kept, retentionDays: 90, ...rest });
  // It ends when everything was deleted once.
  stopping.abort();
  await keeping;
  await store.close();
}
