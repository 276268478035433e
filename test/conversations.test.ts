import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { App } from "../src/app/app.ts";
import type { Config } from "../src/config/config.ts";
import type { LastReply } from "../src/dialog/last-reply.ts";
import { loadContent } from "../src/live/content.ts";
import { plainOf } from "../src/markup/rich-text.ts";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import type { Preview } from "../src/preview/preview.ts";
import { readTranscripts, type Transcript } from "./support/conversations/transcripts.ts";
import { freshDatabase, skipReason, withoutPostgres } from "./support/database/postgres.ts";
import { freePort } from "./support/free-port.ts";
import { SHIPPED, startBotOn, startMax } from "./support/program/start-bot.ts";
import { PATIENCE_MS, until } from "./support/until.ts";

// Whole conversations on the shipped content: what the core makes of them, and that the program says the same, whatever
// comes in between.

const TOKEN = "token-of-the-conversations";
const TRANSCRIPTS = readTranscripts();

let content: Awaited<ReturnType<typeof loadContent>>;
beforeAll(async () => {
  content = await loadContent(SHIPPED);
});

/** The outcome of each turn and all that is answered or offered, and the text that is said. */
function played({ turns }: Transcript) {
  let last: LastReply | undefined;
  return turns.map(({ say, expect: expected }) => {
    const { message, outcome, answers, suggestions } = content.talk.ask(say, last, "school_bot");
    last = message.about ?? last;
    const brought: string[] = [outcome, ...[...answers, ...suggestions].map(({ id }) => id)];
    const isRight = expected.split(" | ").some((one) => brought.includes(one));
    return { say, isRight, brought, text: plainOf(message.text) };
  });
}

test("the turns of conversations bring what their people need, but for one in thirty", () => {
  expect(TRANSCRIPTS.length).toBeGreaterThanOrEqual(40);
  const turns = TRANSCRIPTS.flatMap(played);
  const wrong = turns.filter(({ isRight }) => !isRight);
  expect(wrong.length).toBeLessThanOrEqual(turns.length / 30);
});

test("the second sentence is about what was answered", () => {
  const [first] = TRANSCRIPTS;
  expect(first && played(first).filter(({ isRight }) => !isRight)).toEqual([]);
});

let max: Preview;
let close: () => Promise<void> = async () => undefined;
let apps: App[] = [];
afterEach(async () => {
  await Promise.all(apps.map((app) => app.stop()));
  apps = [];
  await close();
  close = async () => undefined;
});

async function openMax(): Promise<void> {
  max = await startMax(TOKEN);
  close = () => max.close();
}

async function start(changes: Partial<Config> & Pick<Config, "databaseUrl">): Promise<App> {
  const app = await startBotOn(max, TOKEN, { faqFile: SHIPPED, ...changes });
  apps.push(app);
  return app;
}

const replies = (user: LocalUser) => user.messages.filter(({ isFromBot }) => isFromBot);

/**
 * All conversations at once, turn by turn; `between` is called before each turn but the first. What the program said to
 * each person, and what the core says.
 */
async function playAll(between: (turn: number) => Promise<void>) {
  const people = TRANSCRIPTS.map((transcript) => ({ transcript, user: max.max.user() }));
  const longest = Math.max(...TRANSCRIPTS.map(({ turns }) => turns.length));
  for (let turn = 0; turn < longest; turn++) {
    if (turn > 0) await between(turn);
    const talking = people.filter(({ transcript }) => turn < transcript.turns.length);
    for (const { user, transcript } of talking) user.say(transcript.turns[turn]?.say ?? "");
    await until(() => talking.every(({ user }) => replies(user).length > turn));
  }
  return people.map(({ user, transcript }) => ({
    said: replies(user).map(({ text }) => text),
    expected: played(transcript).map(({ text }) => text),
  }));
}

test(
  "by polling on SQLite, with a restart between the turns, the program says what the core says",
  {
    timeout: 120_000,
  },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "conversations-"));
    await openMax();
    const databaseUrl = `file:${folder}/bot.db`;
    let app = await start({ databaseUrl });
    const talks = await playAll(async (turn) => {
      if (turn !== 1 && turn !== 3) return;
      await app.stop();
      app = await start({ databaseUrl });
    });
    await rm(folder, { recursive: true });
    for (const { said, expected } of talks) expect(said).toEqual(expected);
  },
);

describe.skipIf(withoutPostgres !== undefined)(`on PostgreSQL${skipReason}`, () => {
  test(
    "by webhook, with a second replica that takes over, the program says what the core says",
    {
      timeout: 120_000,
    },
    async () => {
      await openMax();
      const databaseUrl = await freshDatabase();
      const port = await freePort();
      const endpoint = {
        url: `http://127.0.0.1:${port}/max`,
        secret: "s3cret-of-the-conversations",
      };
      const settings = { databaseUrl, transport: { kind: "webhook", endpoint } } as const;
      const isReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200;
      const first = await start({ ...settings, port });
      await until(() => max.max.webhooks.isActive);
      const talks = await playAll(async (turn) => {
        if (turn !== 2) return;
        await first.stop();
        await start({ ...settings, port });
        // Who does not know yet who the bot is takes no delivery, and MAX comes back after a minute.
        await vi.waitUntil(isReady, { timeout: PATIENCE_MS });
      });
      for (const { said, expected } of talks) expect(said).toEqual(expected);
    },
  );
});
