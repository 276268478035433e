// A school for tests of the console: its content in a folder, its database, requests to the areas under test.
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type InjectOptions } from "fastify";
import { answerFailures, createRoutes, type Routes } from "../../../src/console/routes.ts";
import type { AskedQuestion } from "../../../src/journal/records.ts";
import { openContent, type ContentHolder } from "../../../src/live/content-holder.ts";
import { openSqlite } from "../../../src/store/sqlite/open-sqlite.ts";
import type { Store } from "../../../src/store/store.ts";
import type { WizardParts } from "../../../src/teaching/wizard.ts";
import { openTeaching } from "../../../src/teaching/open-teaching.ts";
import { question } from "../journal/records.ts";
import { silentLog } from "../logs.ts";

export const NOW = Date.UTC(2026, 10, 25, 12);

/** Of two entries and a topic. */
export const FAQ = `organization: { name: Школа, contact: Спросите секретаря }
categories: [{ id: all, title: Всё }]
entries:
  - id: book
    category: all
    question: Как взять книгу?
    phrases:
      - взять книгу на дом
      - выдают ли книги
    answer: Приходите в библиотеку.
  - id: lunch
    category: all
    question: Что на обед?
    phrases: [что на обед, чем кормят, меню столовой]
    answer: Меню висит у входа.
topics:
  - id: weather
    phrases: [какая завтра погода, будет ли дождь]
    answer: О погоде я не знаю.
`;

export interface School {
  readonly folder: string;
  readonly file: string;
  readonly content: ContentHolder;
  readonly store: Store;
  readonly teaching: WizardParts;
  /** A question of the journal; its id is made of `number`. */
  ask(number: number, text: string, more?: Partial<AskedQuestion>): Promise<string>;
  askMany(texts: readonly string[]): Promise<void>;
  text(): Promise<string>;
  /** What the bot says to a text in the chat now. */
  answerTo(text: string): string;
  get<Body>(path: string): Promise<Answer<Body>>;
  post<Body>(path: string, body: object): Promise<Answer<Body>>;
  /** A file that is saved: its name, and its lines without the mark before them. */
  table(path: string): Promise<{ readonly name: string; readonly lines: readonly string[] }>;
  close(): Promise<void>;
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

export async function openSchool(
  faq: string,
  areasOf: (school: Pick<School, "content" | "store" | "teaching" | "file">) => (routes: Routes) => void,
): Promise<School> {
  const folder = await mkdtemp(join(tmpdir(), "console-"));
  const file = join(folder, "faq.yaml");
  await writeFile(file, faq);
  const content = await openContent(file);
  const store = await openSqlite(`file:${folder}/bot.db`, Date.now);
  const teaching = openTeaching({ retentionDays: 90 }, content, store, () => NOW);
  const app = Fastify();
  answerFailures(app, silentLog);
  areasOf({ content, store, teaching, file })(createRoutes(app));
  const answerTo = async <Body>(request: InjectOptions): Promise<Answer<Body>> => {
    const response = await app.inject(request);
    return { status: response.statusCode, body: response.json<Body>() };
  };
  return {
    folder,
    file,
    content,
    store,
    teaching,
    ask: async (number, text, more = {}) => {
      const asked = questionOf(number, text, more);
      await store.journal.record(asked);
      return asked.id;
    },
    askMany: async (texts) => {
      await Promise.all(texts.map((text, at) => store.journal.record(questionOf(at, text))));
    },
    text: () => readFile(file, "utf8"),
    answerTo: (text) => {
      const { outcome, answers } = content.current().matcher.decide(text);
      return [outcome, ...answers.map(({ item }) => item.id)].join(" ");
    },
    get: (path) => answerTo({ method: "GET", url: `/${path}` }),
    post: (path, payload) => answerTo({ method: "POST", url: `/${path}`, payload }),
    table: async (path) => {
      const { headers, payload } = await app.inject({ method: "GET", url: `/${path}` });
      const [, name = ""] = /^attachment; filename="(.+)"$/u.exec(String(headers["content-disposition"])) ?? [];
      const [mark, text = ""] = payload.split("\uFEFF");
      return { name: mark === "" ? name : "no mark", lines: text.trimEnd().split("\r\n") };
    },
    close: async () => {
      await app.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

export function questionOf(number: number, text: string, more: Partial<AskedQuestion> = {}): AskedQuestion {
  return question(idOf(number), { at: NOW - 3_600_000 + number, text, ...more });
}

export function idOf(number: number): string {
  return `question-${String(number).padStart(7, "0")}`;
}

const NOBODY = 65_534;

/** Writes into the folder fail for a while. The superuser may write everything, so the process becomes nobody. */
export async function readOnly<T>({ file, folder }: School, run: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  await chmod(file, 0o444);
  await chmod(folder, 0o555);
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    return await run();
  } finally {
    if (isRoot) process.seteuid?.(0);
    await chmod(folder, 0o755);
  }
}
