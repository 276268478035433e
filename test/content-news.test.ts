import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { broken, SMALL_FAQ } from "./support/faq/small-faq.ts";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import { startBot, type StartedBot } from "./support/program/start-bot.ts";

// What administrators hear of the content in MAX, from a file that somebody saves to the message on the phone.

const INVALID = broken("category: transfer", "category: transfr");
const OTHER = broken("Как изменить роль?", "Как сменить роль?");
const CASES = 'cases: [{ expect: chats, questions: ["как мне поменять роль"] }]';

let folder = "";
let file = "";
let bot: StartedBot;
let admin: LocalUser;
let parent: LocalUser;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "news-"));
  file = join(folder, "faq.yaml");
  await writeFile(file, SMALL_FAQ);
});

afterEach(async () => {
  await bot.app.stop();
  await rm(folder, { recursive: true });
});

/** Nobody's number is known before MAX has given it: of the people who come, the first gets this one. */
async function start(): Promise<void> {
  const first = await startBot(file);
  const { userId } = first.preview.max.user();
  await first.app.stop();
  bot = await startBot(file, { adminUserIds: [999_999_999, userId] });
  admin = bot.preview.max.user({ firstName: "Администратор" });
  parent = bot.preview.max.user({ firstName: "Родитель" });
  expect(admin.userId).toBe(userId);
}

const saidTo = (user: LocalUser) => user.messages.filter(({ isFromBot }) => isFromBot).map(({ text }) => text);

async function hears(count: number): Promise<string> {
  await admin.until(() => saidTo(admin).length >= count);
  expect(saidTo(admin)).toHaveLength(count);
  return saidTo(admin).at(-1) ?? "";
}

test("a rejected file is told once in Russian with its line, and once that it is mended; parents hear nothing", async () => {
  await start();
  admin.start();
  parent.start();
  await hears(1);
  await writeFile(file, INVALID);
  expect(await hears(2)).toMatch(
    /^Сохранённое содержание не принято.*faq\.yaml, строка 9: ошибка\. Раздела «transfr» нет/su,
  );
  await writeFile(file, OTHER);
  expect(await hears(3)).toMatch(/^Содержание исправлено и уже работает: 2 вопроса/u);
  await parent.until(() => saidTo(parent).length === 1);
});

test("cases that fail at the start are told, and the bot answers all the same", async () => {
  await writeFile(join(folder, "questions.yaml"), CASES);
  await start();
  admin.start();
  await admin.until(() => saidTo(admin).some((text) => text.startsWith("Бот запущен, но")));
  expect(saidTo(admin).join("\n")).toContain("questions.yaml, строка 1: ошибка");
  parent.say("поменять роль");
  await parent.until(() => saidTo(parent).length === 1);
  expect(saidTo(parent)[0]).toContain("Как изменить роль?");
});

test("/check and /reload answer administrators, and nobody else", async () => {
  await start();
  admin.say("/check");
  expect(await hears(1)).toMatch(/^Проверка содержания: ошибок нет, \d+ предупрежден/u);
  admin.say("/reload");
  expect(await hears(2)).toMatch(/^Файл не менялся: бот отвечает по нему: 2 вопроса/u);
  await writeFile(file, OTHER);
  admin.say("/reload");
  expect(await hears(3)).toMatch(/уже работает|Файл не менялся/u);
  await rm(file);
  admin.say("/check");
  await admin.until(() => saidTo(admin).some((text) => text.startsWith("Проверить не удалось.")));
  parent.say("/check");
  await parent.until(() => saidTo(parent).length === 1);
  expect(saidTo(parent)[0]).toContain("Такой команды я не знаю");
});
