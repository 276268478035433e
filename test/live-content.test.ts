import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFaqEditor } from "../src/teaching/faq-editor.ts";
import { addPhrase } from "../src/faq/edit/add-phrase.ts";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import { startBot, type StartedBot } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// The whole program while somebody edits its content.

const SAVES = 200;
const QUESTIONS = ["как взять книгу", "что на обед"] as const;

let folder = "";
let file = "";
let bot: StartedBot;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "live-"));
  file = join(folder, "faq.yaml");
  await writeFile(file, contentOf(0));
  bot = await startBot(file);
});

afterAll(async () => {
  await bot.app.stop();
  await rm(folder, { recursive: true });
});

/** Every text of a version carries its number, so that an answer of two versions at once would show. */
function contentOf(version: number): string {
  return `organization: { name: Школа, contact: Спросите }
categories: [{ id: all, title: Всё }]
entries:
  - id: book
    category: all
    question: Как взять книгу ${version}?
    phrases: [как взять книгу, взять книгу на дом, выдают ли книги]
    answer: Книга версии ${version}.
  - id: lunch
    category: all
    question: Что на обед ${version}?
    phrases: [что на обед, чем кормят, меню столовой]
    answer: Обед версии ${version}.
`;
}

const repliesTo = (user: LocalUser) => user.messages.filter(({ isFromBot }) => isFromBot);
const versionIn = (text: string) => Number(/версии (\d+)/u.exec(text)?.[1]);

async function replace(text: string): Promise<void> {
  await writeFile(`${file}.tmp`, text);
  await rename(`${file}.tmp`, file);
}

/** What people and their editors do to a file. */
const SAVINGS: readonly ((version: number) => Promise<void>)[] = [
  (version) => writeFile(file, contentOf(version)),
  (version) => replace(contentOf(version)),
  (version) => writeFile(file, contentOf(version).replace("category: all", "category: nowhere")),
  (version) => writeFile(file, contentOf(version).slice(0, 150 + version)),
  () => writeFile(file, ""),
  async (version) => {
    await rm(file, { force: true });
    if (version % 2 === 0) await replace(contentOf(version));
  },
];

test(`a file saved ${SAVES} times in the middle of traffic loses no question and never serves half of it`, async () => {
  const { max } = bot.preview;
  const users = Array.from({ length: 25 }, (_, n) => max.user({ firstName: `Родитель ${n}` }));
  const replies = () => users.flatMap((user) => repliesTo(user).map(({ text }) => text));
  let asked = 0;
  for (let version = 1; version <= SAVES; version += 1) {
    if (version % 4 === 0) {
      users[asked % users.length]?.say(QUESTIONS[asked % 2] ?? "");
      asked += 1;
    }
    await SAVINGS[version % SAVINGS.length]?.(version);
    // Beside the watch, as an administrator would who does not wait for it.
    const reloading = bot.app.content.reload();
    if (version % 3 === 0) await reloading;
    // Some questions are always on their way.
    await until(() => replies().length > asked - 6);
  }
  await until(() => replies().length >= asked);
  expect(asked).toBe(SAVES / 4);
  expect(replies()).toHaveLength(asked);
  const whole = /^(?:Как взять книгу (\d+)\?\s+Книга версии \1\.|Что на обед (\d+)\?\s+Обед версии \2\.)/u;
  expect(replies().filter((text) => !whole.test(text))).toEqual([]);
  expect(new Set(replies().map(versionIn)).size).toBeGreaterThan(5);
});

test("what is saved is what the next question is answered with, and the page explains", async () => {
  await writeFile(file, contentOf(999));
  await until(() => bot.app.content.current().text === contentOf(999));
  const user = bot.preview.max.user();
  user.say("что на обед");
  await until(() => repliesTo(user).length === 1);
  expect(versionIn(repliesTo(user)[0]?.text ?? "")).toBe(999);
  const explained = await fetch(new URL("preview/explain?text=обед", bot.preview.url));
  expect(await explained.text()).toContain("Что на обед 999?");
});

test("what is taught in the file is answered with at once, and unlearned by undo", async () => {
  const editor = createFaqEditor({ file, now: () => new Date() });
  const user = bot.preview.max.user();
  const answerTo = async (question: string) => {
    const before = repliesTo(user).length;
    user.say(question);
    await until(() => repliesTo(user).length > before);
    return repliesTo(user).at(-1)?.text ?? "";
  };
  expect(await answerTo("абракадабра")).not.toContain("Обед");
  const saved = await editor.apply((text) => addPhrase(text, "lunch", "абракадабра"));
  await until(() => bot.app.content.current().text.includes("абракадабра"));
  expect(await answerTo("абракадабра")).toContain("Обед версии 999.");
  await editor.undo(saved.kind === "saved" ? saved.editId : "");
  await until(() => bot.app.content.current().text === contentOf(999));
  expect(await answerTo("абракадабра")).not.toContain("Обед");
});
