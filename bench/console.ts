// What the pages of the console cost the program that answers people: the requests behind them, from a long journal.
import { DAY_MS } from "../src/text/local-date.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Matcher } from "../src/search/matcher.ts";
import { openSqlite } from "../src/store/sqlite/open-sqlite.ts";
import { seedJournal } from "../test/support/console/seed-journal.ts";
import { startBot } from "../test/support/program/start-bot.ts";
import { markdownTable } from "./markdown-table.ts";
import type { Print } from "./print.ts";

const JOURNAL = { questions: 10_000, days: 85 };
const RUNS = 9;

interface Request {
  readonly name: string;
  readonly path: string;
  /** Of a POST; the number of the run makes each another one where the answer would be kept. */
  readonly body?: (run: number) => object;
}

/** CPU of the whole process, its threads included; ratios are to deciding about one question in the same run. */
export async function printConsole(
  { matcher }: { readonly matcher: Matcher },
  questions: readonly string[],
  print: Print,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "bench-console-"));
  const previewDatabaseUrl = `file:${join(folder, "bot.db")}`;
  const store = await openSqlite(previewDatabaseUrl, Date.now);
  await seedJournal(store, { ...JOURNAL, now: Date.now() });
  await store.close();
  const bot = await startBot(undefined, {}, { previewDatabaseUrl });
  const oneMs = await cpuMs(async () => {
    for (const question of questions) matcher.decide(question);
  }).then((ms) => ms / questions.length);
  const rows = [];
  for (const request of requests()) {
    const ask = (run: number) => send(`${bot.preview.url}console/api/`, request, run);
    const first = await cpuMs(() => ask(0));
    const later: number[] = [];
    for (let run = 1; run <= RUNS; run += 1) later.push(await cpuMs(() => ask(run)));
    const typical = later.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
    rows.push([request.name, first.toFixed(0), typical.toFixed(1), (typical / oneMs).toFixed(1)]);
    print.progress(`${request.name}: ${typical.toFixed(1)} ms`);
  }
  await bot.stop();
  await rm(folder, { recursive: true });
  print.table(markdownTable(["request", "first, ms", "later, ms", "in questions"], rows));
}

function requests(): readonly Request[] {
  const month = daysBack(30);
  return [
    { name: "overview of 85 days", path: `overview?${daysBack(85)}` },
    { name: "overview of 30 days", path: `overview?${month}` },
    { name: "questions behind a figure", path: `questions?${month}&outcome=none` },
    { name: "questions with a text", path: `questions?${daysBack(85)}&text=телефон` },
    { name: "what was asked in vain", path: "unanswered?pool=unanswered" },
    { name: "content with its health", path: "content" },
    { name: "state", path: "state" },
    { name: "trial on the live content", path: "try", body: () => trial([]) },
    {
      name: "trial on a draft that was tried",
      path: "try",
      body: () => trial([draft("кто поможет")]),
    },
    {
      name: "trial on a draft just typed",
      path: "try",
      body: (run) => trial([draft(`кто поможет ${run}`)]),
    },
  ];
}

function daysBack(days: number): string {
  const dayAt = (at: number) => new Date(at + 3 * 3_600_000).toISOString().slice(0, 10);
  return `from=${dayAt(Date.now() - (days - 1) * DAY_MS)}&to=${dayAt(Date.now())}`;
}

function trial(edits: readonly object[]): object {
  return { edits, event: { kind: "text", text: "не утекут ли мои данные" } };
}

function draft(phrase: string): object {
  const texts = { question: "Кто в школе поможет с MAX?", answer: "Заместитель директора." };
  return { kind: "new-entry", categoryId: "install", ...texts, phrases: [phrase] };
}

async function send(api: string, { name, path, body }: Request, run: number): Promise<void> {
  const init =
    body === undefined
      ? {}
      : {
          method: "POST",
          headers: { "content-type": "application/json", "x-console": "1" },
          body: JSON.stringify(body(run)),
        };
  const response = await fetch(`${api}${path}`, init);
  const text = await response.text();
  if (!response.ok || text.includes('"kind":"unfit"'))
    throw new Error(`${name}: ${response.status} ${text.slice(0, 300)}`);
}

async function cpuMs(act: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
