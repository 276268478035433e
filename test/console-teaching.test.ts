import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { API } from "../src/console/api.ts";
import type { SaveResult } from "../src/console/content/content-api.ts";
import type { UnansweredList } from "../src/console/unanswered/unanswered-api.ts";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import { fromBot, lastIn } from "./support/program/admin-scene.ts";
import { startBot, type StartedBot } from "./support/program/start-bot.ts";

// The whole program: what is taught in the console is what the bot says in the chat, in the next message.

const FAQ = `organization: { name: Школа, contact: Спросите секретаря }
categories: [{ id: all, title: Всё }]
entries:
  - id: lunch
    category: all
    question: Что на обед?
    phrases: [что на обед, чем кормят, меню столовой]
    answer: Меню висит у входа.
`;
const QUESTION = "кружок шахмат";

let folder = "";
let bot: StartedBot;
let parent: LocalUser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "console-teaching-"));
  await writeFile(join(folder, "faq.yaml"), FAQ);
  bot = await startBot(join(folder, "faq.yaml"));
  parent = bot.preview.max.user({ firstName: "Родитель" });
});
afterAll(async () => {
  await bot.stop();
  await rm(folder, { recursive: true });
});

async function answer(): Promise<string> {
  const before = fromBot(parent).length;
  parent.say(QUESTION);
  await parent.until(() => fromBot(parent).length > before);
  return lastIn(parent).text;
}

async function call<Body>(path: string, body?: object): Promise<Body> {
  const response = await fetch(new URL(`${API}/${path}`, bot.preview.url), {
    headers: { "content-type": "application/json", "x-console": "1" },
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed: Body = JSON.parse(text);
  return parsed;
}

/** A question is recorded when it is answered, which is a moment before. */
async function groupsOf(count: number): Promise<UnansweredList["groups"]> {
  for (;;) {
    const { groups } = await call<UnansweredList>("unanswered");
    if (groups.reduce((sum, group) => sum + group.count, 0) === count) return groups;
  }
}

test("a question is taught in the console, answered in the chat, and unlearned by undo", async () => {
  expect(await answer()).toContain("Я не знаю ответа");
  const groups = await groupsOf(1);
  expect(groups).toMatchObject([{ text: QUESTION, now: { outcome: "none" } }]);
  const lesson = { pool: "unanswered", questionId: groups[0]?.questionId, ownerId: "lunch" };
  const taught = await call<SaveResult>("unanswered/teach", lesson);
  expect(taught).toMatchObject({ kind: "saved", isLive: true, now: { outcome: "answer" } });
  expect(await answer()).toContain("Меню висит у входа.");
  expect((await call<UnansweredList>("unanswered")).total).toBe(0);
  const editId = taught.kind === "saved" ? taught.editId : undefined;
  const undone = await call<SaveResult>("content/undo", { editId });
  expect(undone).toMatchObject({ kind: "saved", isLive: true });
  expect(await answer()).toContain("Я не знаю ответа");
  expect(await readFile(join(folder, "faq.yaml"), "utf8")).toBe(FAQ);
  expect(await groupsOf(2)).toMatchObject([{ text: QUESTION, count: 2 }]);
});
