// What one person who floods the bot costs everybody else: lists of what was asked in vain, and what is written.
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { openSqlite } from "../src/store/sqlite/open-sqlite.ts";
import { createRandom, type Random } from "../test/chaos/random.ts";
import { startBot, type StartedBot } from "../test/support/program/start-bot.ts";
import { markdownTable } from "./markdown-table.ts";
import type { Print } from "./print.ts";

const QUESTIONS = [600, 3_000];
const LETTERS = 4_000;
const ASK_EVERY_MS = 50;
const MOST_WAITING = 20;
const PATIENCE_MS = 600_000;
/** How long people are watched before anything is opened, and how long after. */
const SETTLING_MS = 1_000;
const FLOOD = { messages: 600, everyMs: 100 };

export async function printFlood(print: Print): Promise<void> {
  const rows = [];
  for (const count of QUESTIONS) {
    print.progress(`flood: ${count} questions in the journal`);
    rows.push(...(await openings(count)));
  }
  const titles = [
    "opened",
    "questions",
    "took ms",
    "CPU ms",
    "loop held ms",
    "loop held, CPU ms",
    "parent waits ms",
    "RSS MB",
  ];
  print.table(markdownTable(titles, rows));
  print.progress("flood: messages");
  const written = ["messages", "bytes of text", "grown, bytes", "written, bytes", "rows", "replies"];
  print.table(markdownTable(written, [await flood()]));
}

/** With the journal as such a flood left it before questions were cut. */
async function openings(count: number): Promise<readonly (readonly string[])[]> {
  const rows = [];
  for (const name of ["console", "/unanswered"]) {
    const folder = await mkdtemp(join(tmpdir(), "bench-flood-"));
    const previewDatabaseUrl = `file:${join(folder, "bot.db")}`;
    await fill(previewDatabaseUrl, count);
    const bot = await startBot(undefined, { adminUserIds: [ADMIN] }, { previewDatabaseUrl });
    const open = name === "console" ? () => openConsole(bot) : () => command(bot);
    const seen = await watched(bot, open);
    const { tookMs, cpuMs, heldMs, heldCpuMs, waitMs, rssBytes } = seen;
    const figures = [tookMs, cpuMs, heldMs, heldCpuMs, waitMs, rssBytes / 1e6];
    rows.push([name, String(count), ...figures.map((figure) => figure.toFixed(0))]);
    await bot.stop();
    await rm(folder, { recursive: true });
  }
  return rows;
}

/** The first person of a local MAX. */
const ADMIN = 212_843_158;

async function fill(url: string, count: number): Promise<void> {
  const store = await openSqlite(url, Date.now);
  const random = createRandom(7);
  const nothing = { itemId: undefined, confidence: undefined, chosenEntryId: undefined };
  const asked = {
    ...nothing,
    outcome: "none",
    place: "private",
    handled: undefined,
    setback: undefined,
  } as const;
  const now = Date.now();
  const questions = Array.from({ length: count }, (_, n) => ({
    ...asked,
    id: `flood-${n}`,
    at: now - (count - n) * 500,
    text: mash(random),
    person: "one",
  }));
  await Promise.all(questions.map((question) => store.journal.record(question)));
  await store.close();
}

/** Unknown words. */
function mash(random: Random): string {
  let text = "";
  while (text.length < LETTERS) {
    const length = random.between(3, 12);
    text += `${Array.from({ length }, () => ALPHABET[random.between(0, ALPHABET.length - 1)]).join("")} `;
  }
  return text.slice(0, LETTERS);
}

const ALPHABET = "абвгдежзиклмнопрстуфхцчшщыэюя";

async function openConsole({ preview }: StartedBot): Promise<void> {
  const response = await fetch(`${preview.url}console/api/unanswered?pool=unanswered`);
  if (!response.ok) throw new Error(`The list cannot be opened: ${response.status}`);
  await response.text();
}

async function command({ preview }: StartedBot): Promise<void> {
  const admin = preview.max.person(ADMIN);
  if (admin === undefined) throw new Error("There is no administrator");
  const before = admin.messages.length;
  admin.say("/unanswered");
  await admin.until((messages) => messages.length > before + 1, PATIENCE_MS);
}

async function watched(bot: StartedBot, open: () => Promise<void>) {
  const { max } = bot.preview;
  while (max.person(ADMIN) === undefined) max.user();
  const stopping = new AbortController();
  const waits: number[] = [];
  const asking = parents(bot, waits, stopping.signal);
  await setTimeout(SETTLING_MS);
  waits.length = 0;
  const loop = watchLoop();
  const cpu = cpuMs();
  const began = performance.now();
  await open();
  const opened = { tookMs: performance.now() - began, cpuMs: cpuMs() - cpu };
  await setTimeout(SETTLING_MS);
  const held = loop.end();
  stopping.abort();
  await asking;
  const { rss: rssBytes } = process.memoryUsage();
  return { ...opened, ...held, waitMs: Math.max(...waits), rssBytes };
}

const LOOK_EVERY_MS = 5;

/** The longest time between two turns of the loop, and the most CPU time: on a busy machine the one says little. */
function watchLoop() {
  let [at, cpu, heldMs, heldCpuMs] = [performance.now(), cpuMs(), 0, 0];
  const timer = setInterval(() => {
    heldMs = Math.max(heldMs, performance.now() - at);
    heldCpuMs = Math.max(heldCpuMs, cpuMs() - cpu);
    [at, cpu] = [performance.now(), cpuMs()];
  }, LOOK_EVERY_MS);
  return {
    end: () => {
      clearInterval(timer);
      return { heldMs, heldCpuMs };
    },
  };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Each time somebody else, and no more of them than this machine answers beside. */
async function parents({ preview }: StartedBot, waits: number[], signal: AbortSignal): Promise<void> {
  const waiting = new Set<Promise<unknown>>();
  async function ask(): Promise<void> {
    const parent = preview.max.user();
    const at = performance.now();
    parent.say("как войти в макс");
    await parent.until((messages) => messages.length > 1, PATIENCE_MS);
    waits.push(performance.now() - at);
  }
  while (!signal.aborted) {
    if (waiting.size < MOST_WAITING) {
      const asked = ask();
      waiting.add(asked);
      void asked.then(() => waiting.delete(asked));
    }
    await setTimeout(ASK_EVERY_MS);
  }
  await Promise.all(waiting);
}

async function flood(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "bench-flood-"));
  const previewDatabaseUrl = `file:${join(folder, "bot.db")}`;
  const bot = await startBot(undefined, {}, { previewDatabaseUrl });
  const random = createRandom(9);
  const one = bot.preview.max.user();
  await setTimeout(SETTLING_MS);
  const before = await sizeOf(folder);
  const writtenBefore = await writtenBytes();
  for (let n = 0; n < FLOOD.messages; n += 1) {
    one.say(mash(random));
    await setTimeout(FLOOD.everyMs);
  }
  const repliesTo = () => one.messages.filter(({ isFromBot }) => isFromBot).length;
  for (let before = -1; before < repliesTo();) {
    before = repliesTo();
    await setTimeout(5 * SETTLING_MS);
  }
  const grown = (await sizeOf(folder)) - before;
  const written = (await writtenBytes()) - writtenBefore;
  const replies = repliesTo();
  await bot.stop();
  const store = await openSqlite(previewDatabaseUrl, Date.now);
  const rows = (await store.journal.between(0, Infinity)).length;
  await store.close();
  await rm(folder, { recursive: true });
  const bytes = FLOOD.messages * LETTERS * 2;
  return [FLOOD.messages, bytes, grown, written, rows, replies].map(String);
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder);
  const files = await Promise.all(names.map((name) => stat(join(folder, name))));
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** What this process gave to the disk so far, where the system tells. */
async function writtenBytes(): Promise<number> {
  const io = await readFile("/proc/self/io", "utf8").catch(() => "");
  return Number(/^write_bytes: (\d+)$/mu.exec(io)?.[1] ?? 0);
}
