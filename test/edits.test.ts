// An edited message in the whole program: answered where what the bot reads of it is another, and only then.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { App } from "../src/app/app.ts";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import type { Preview } from "../src/preview/preview.ts";
import { startBotOn, startMax } from "./support/program/start-bot.ts";

const WHY = "зачем нам макс";

let preview: Preview;
let app: App;
let databaseUrl: string;
const start = () => startBotOn(preview, "token", { databaseUrl });

beforeEach(async () => {
  preview = await startMax("token");
  databaseUrl = `file:${join(mkdtempSync(join(tmpdir(), "edits-")), "bot.db")}`;
  app = await start();
});
afterEach(async () => Promise.all([app.stop(), preview.close()]));

/** The answers, once everything before is answered: a chat is answered in order. */
async function answersOf(user: LocalUser): Promise<number> {
  user.say("/unknown");
  const asked = user.messages.filter(({ text }) => text === "/unknown").length;
  const messages = await user.until(
    (shown) => shown.filter(({ text }) => text.includes("Такой команды")).length === asked,
  );
  return messages.filter(({ isFromBot }) => isFromBot).length;
}

test("an edit that leaves the text as it was is not answered, over a restart either", async () => {
  const user = preview.max.user();
  const question = user.say(WHY);
  user.edit(question, ` ${WHY}\n`);
  expect(await answersOf(user)).toBe(2);
  await app.stop();
  app = await start();
  user.edit(question, WHY);
  expect(await answersOf(user)).toBe(3);
});

test("each edit that changes the text is answered once, also one that goes back", async () => {
  const user = preview.max.user();
  const question = user.say(WHY);
  expect(await answersOf(user)).toBe(2);
  const other = "где скачать макс";
  for (const [text, answers] of [
    [other, 4],
    [other, 5],
    [WHY, 7],
    [WHY, 8],
  ] as const) {
    user.edit(question, text);
    expect(await answersOf(user)).toBe(answers);
  }
});
