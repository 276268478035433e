import { spawn, type ChildProcess } from "node:child_process";
import { resolve } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import type { Preview } from "../src/preview/preview.ts";
import { freePort } from "./support/free-port.ts";
import { freshDatabase, skipReason, withoutPostgres } from "./support/database/postgres.ts";
import { compiledMain } from "./support/program/compiled.ts";
import { SCHOOL, startMax } from "./support/program/start-bot.ts";
import { PATIENCE_MS, until } from "./support/until.ts";

// Two processes of the bot on one PostgreSQL, and a local MAX that enforces its limits.

const ROOT = resolve(import.meta.dirname, "..");
const TOKEN = "token-of-the-replicas";
const QUESTION = "зачем нам этот макс";

let max: Preview;
let databaseUrl = "";
let processes: ChildProcess[] = [];

let main: string;
beforeAll(async () => {
  main = await compiledMain();
});

describe.skipIf(withoutPostgres !== undefined)(`two replicas on PostgreSQL${skipReason}`, () => {
  beforeEach(async () => {
    max = await startMax(TOKEN);
    databaseUrl = await freshDatabase();
    processes = [];
  });
  afterEach(async () => {
    for (const one of processes) one.kill("SIGKILL");
    await max.close();
  });

  interface Replica {
    readonly process: ChildProcess;
    readonly port: number;
  }

  async function start(settings: Readonly<Record<string, string>> = {}): Promise<Replica> {
    const port = await freePort();
    const { PATH = "", HOME = "" } = process.env;
    const child = spawn(process.execPath, [main], {
      cwd: ROOT,
      env: {
        PATH,
        HOME,
        PORT: `${port}`,
        DATABASE_URL: databaseUrl,
        LOG_LEVEL: "error",
        MAX_BOT_TOKEN: TOKEN,
        MAX_API_URL: max.apiUrl,
        FAQ_FILE: SCHOOL,
        ...settings,
      },
      stdio: "ignore",
    });
    processes.push(child);
    return { process: child, port };
  }

  /** A process that does not know yet who the bot is takes no delivery. */
  const isReady = async ({ port }: Replica) => {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    return response?.status === 200;
  };
  async function up(replica: Replica): Promise<void> {
    await vi.waitUntil(() => isReady(replica), { timeout: PATIENCE_MS });
  }

  const replies = (user: LocalUser) => user.messages.filter((message) => message.isFromBot);
  const polls = () => max.max.calls.filter(({ path }) => path === "/updates").length;

  test(
    "one of two polls, and when it is killed the other goes on: nothing lost, at most what was in flight repeated",
    { timeout: 240_000 },
    async () => {
      const first = await start();
      await until(() => polls() > 0);
      const second = await start();
      await up(second);
      const users = Array.from({ length: 60 }, () => max.max.user());
      for (const user of users) user.say(QUESTION);
      await until(() => users.filter((user) => replies(user).length > 0).length > 20);
      first.process.kill("SIGKILL");
      for (const user of users) user.say("спасибо большое");
      // Two replies may be the first one twice, with the second still to come.
      const isThanked = (user: LocalUser) =>
        replies(user).length >= 2 && replies(user).at(-1)?.text.includes("№ 156-ФЗ") === false;
      await until(() => users.every(isThanked));
      const sent = max.max.calls.filter(({ path }) => path === "/messages");
      expect(sent.filter(({ status }) => status === 429)).toEqual([]);
      // What was under way to MAX, or sent and not noted yet; a slow machine has some of both.
      const repeated = users.reduce((sum, user) => sum + replies(user).length - 2, 0);
      expect(repeated).toBeLessThanOrEqual(10);
    },
  );

  test(
    "when the one that polls stands still the other goes on within 20 s, and nothing is said twice when it wakes",
    { timeout: 240_000 },
    async () => {
      const first = await start();
      await until(() => polls() > 0);
      await up(await start());
      const users = Array.from({ length: 60 }, () => max.max.user());
      for (const user of users) user.say(QUESTION);
      const answered = () => users.filter((user) => replies(user).length > 0).length;
      await until(() => answered() > 20);
      first.process.kill("SIGSTOP");
      // A poll that was on its way is answered to nobody.
      const [stoppedAt, pollsBefore] = [performance.now(), polls()];
      await until(() => polls() > pollsBefore);
      expect(performance.now() - stoppedAt).toBeLessThan(20_000);
      await until(() => answered() === users.length);
      const saidBefore = users.reduce((sum, user) => sum + replies(user).length, 0);
      first.process.kill("SIGCONT");
      for (const user of users) user.say("спасибо большое");
      const isThanked = (user: LocalUser) => replies(user).at(-1)?.text.includes("№ 156-ФЗ") === false;
      await until(() => users.every(isThanked));
      // What was under way when it stopped may have been said by both.
      expect(saidBefore - users.length).toBeLessThanOrEqual(10);
      const said = users.reduce((sum, user) => sum + replies(user).length, 0);
      expect(said - saidBefore).toBe(users.length);
    },
  );

  test(
    "deliveries to either of two are answered once, in order, within the limits of MAX",
    { timeout: 240_000 },
    async () => {
      const secret = "s3cret-of-the-replicas";
      const url = "http://127.0.0.1:1/max/hook";
      const webhook = { TRANSPORT: "webhook", WEBHOOK_URL: url, WEBHOOK_SECRET: secret };
      const [one, other] = [await start(webhook), await start(webhook)];
      await up(one);
      await up(other);
      const deliver = async ({ port }: Replica, update: unknown) => {
        const headers = { "content-type": "application/json", "x-max-bot-api-secret": secret };
        const body = JSON.stringify(update);
        const response = await fetch(`http://127.0.0.1:${port}/max/hook`, {
          method: "POST",
          headers,
          body,
        });
        return response.status;
      };
      await until(() => max.max.webhooks.list().length === 1);
      const users = Array.from({ length: 30 }, () => max.max.user());
      // What the local MAX delivers itself reaches nobody: nothing listens at port 1.
      for (const user of users) user.start();
      const ask = (user: LocalUser, index: number, text: string) => ({
        update_type: "message_created",
        timestamp: Date.now(),
        message: {
          sender: { user_id: user.userId, first_name: "Мама", is_bot: false },
          recipient: { chat_id: user.chatId, chat_type: "dialog" },
          timestamp: Date.now(),
          body: { mid: `mid.${user.userId}.${index}`, seq: index, text },
        },
      });
      const texts = [QUESTION, "почему в школе нельзя телеграм", "спасибо"];
      for (const [index, text] of texts.entries()) {
        const updates = users.map((user) => ask(user, index, text));
        const statuses = await Promise.all(
          updates.flatMap((update, at) => [
            deliver(at % 2 === index % 2 ? one : other, update),
            deliver(at % 2 === index % 2 ? other : one, update),
          ]),
        );
        expect(new Set(statuses)).toEqual(new Set([200]));
      }
      await until(() => users.every((user) => replies(user).length >= 3));
      for (const user of users) {
        const [first, second] = replies(user);
        expect(replies(user)).toHaveLength(3);
        expect(first?.text).toContain("№ 156-ФЗ");
        expect(second?.text).toContain("иностранные мессенджеры");
      }
      expect(max.max.calls.filter(({ status }) => status === 429)).toEqual([]);
    },
  );
});
