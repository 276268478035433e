import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { UsageError } from "../runtime/errors.ts";
import { SMALL_FAQ } from "../../test/support/faq/small-faq.ts";
import { harmless } from "../journal/spreadsheet-cell.ts";
import { NOW, question, vote } from "../../test/support/journal/records.ts";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import { runReport } from "./report.ts";

let folder = "";
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "report-"));
  await writeFile(join(folder, "faq.yaml"), SMALL_FAQ);
  // Stays open: the bot works with the database meanwhile.
  store = await openDatabase(urlOf("bot.db"));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const urlOf = (name: string) => `file:${join(folder, name)}`;

async function run(args: readonly string[], databaseUrl = urlOf("bot.db")): Promise<string> {
  let printed = "";
  const stdout = (text: string) => void (printed += text);
  const all = [...args, "--faq", join(folder, "faq.yaml")];
  const code = await runReport(all, { stdout, stderr: stdout }, { databaseUrl, now: NOW });
  expect(code).toBe(0);
  return printed.replaceAll("\u00a0", " ");
}

async function asked(...texts: readonly string[]): Promise<void> {
  for (const [n, text] of texts.entries())
    await store.journal.record(question(`q${n}`, { text, at: NOW + n, person: `p${n}` }));
}

/** Cells of a table as RFC 4180 writes it. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  const cells = csv.matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/gu);
  const rows: string[][] = [[]];
  for (const [, quoted, bare = "", end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

test("the text has the figures and what the bot did not know, grouped", async () => {
  await asked("где бассейн", "бассейн где?", "форма одежды");
  await store.journal.record(question("a", { outcome: "answer", itemId: "chats" }));
  await store.votes.cast(vote("chats", { value: "down", reason: "unclear" }));
  const text = await run([]);
  expect(text).toContain("Вопросы к боту: 19–25 ноября 2026");
  expect(text).toMatch(/Решено +1 из 4 \(25 %\)\n {2}Спросили снова +0\n {2}Решено: ответил/u);
  expect(text).toMatch(/Не знал ответа +3 \(75 %\)/u);
  expect(text).toMatch(/👎 1 👍 0 {2}Какие чаты не переносятся\?: непонятно 1/u);
  expect(text).toMatch(
    /Остались без ответа\n {2}где бассейн\n.*раз: 2, людей: 2, последний раз 25\.11\n.*не знал ответа — 2\n.*ещё пишут: бассейн где\?[\s\S]* {2}форма одежды/u,
  );
  expect(text).toMatch(/18:00 {2}4 {2}█/u);
});

test("what was found by a tap, hidden or taught is not unanswered", async () => {
  await store.journal.record(question("1", { text: "первый", outcome: "suggest", chosenEntryId: "chats" }));
  await store.journal.record(question("2", { text: "второй", handled: "hidden" }));
  await store.journal.record(question("3", { text: "третий", handled: "taught:chats" }));
  expect(await run([])).toMatch(/Остались без ответа\n {2}Таких вопросов нет/u);
});

test("a question writes nothing but its letters to the terminal", async () => {
  await asked("\u001b[31mкрасный\u001b[0m \u202eтоварищ\nстрока");
  const text = await run([]);
  expect(text).toContain("[31mкрасный [0m товарищ строка");
  for (const sign of ["\u001b", "\u202e"]) expect(text).not.toContain(sign);
});

test("only the days asked for are counted", async () => {
  await store.journal.record(question("old", { at: NOW - 20 * 86_400_000 }));
  await store.journal.record(question("new"));
  expect(await run([])).toMatch(/Вопросов +1\n/u);
  expect(await run(["--days", "30"])).toMatch(/Вопросов +2\n/u);
  expect(await run(["--all"])).toMatch(/5–25 ноября 2026[\s\S]*Вопросов +2\n/u);
});

describe("the table", () => {
  test("has as many cells in every line, behind the mark that Excel wants", async () => {
    await asked('он сказал "нет"; да', "вторая\r\nстрока");
    const csv = await run(["--csv"]);
    expect(csv.startsWith("\ufeff")).toBe(true);
    const rows = cellsOf(csv.slice(1));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([11]));
    expect(rows.map(([, name]) => name)).toContain('он сказал "нет"; да');
    expect(rows.map(([, name]) => name)).toContain("вторая строка");
    expect(rows[1]?.slice(0, 8)).toEqual(["Итоги", "Вопросов", "2", "0", "0", "0", "2", "0"]);
  });

  test.each([
    ["=1+1", "'=1+1", "a formula"],
    ["+7 916", "'+7 916", "a number is read as a formula too"],
    ["-сам", "'-сам", "a minus"],
    ["@SUM(A1)", "'@SUM(A1)", "an old form of a formula"],
    ["  =1+1", "  '=1+1", "spaces before are dropped by some programs"],
    ["\t=1+1", "\t'=1+1", "a tab"],
    ["\tтекст", "'\tтекст", "a tab before a text"],
    ["\rтекст", "'\rтекст", "a carriage return"],
    ['"=1+1"', '"\'=1+1"', "within quotes"],
    ["＝1+1", "'＝1+1", "the full-width sign"],
    ["привет,=1+1", "привет,'=1+1", "a cell begins where commas part them"],
    ["привет;@A1", "привет;'@A1", "a cell begins where semicolons part them"],
    ["первая\n=1+1", "первая\n'=1+1", "a cell begins on a new line"],
    ["a|=1+1", "a|'=1+1", "bars part cells as well"],
    ["2+2=4", "2+2=4", "nothing begins with a sign"],
    ["чат - это что", "чат - это что", "a dash within"],
    ["почему?", "почему?", "an ordinary question"],
    ["", "", "nothing"],
  ])("writes %j as %j: %s", (text, expected) => {
    expect(harmless(text)).toBe(expected);
  });

  test("makes questions harmless", async () => {
    await asked('=HYPERLINK("http://a.example";"жми")', "@SUM(1)", "-2+3|cmd", "+1");
    const rows = cellsOf((await run(["--csv"])).slice(1));
    const cells = rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell));
    expect(cells).toEqual([]);
    expect(rows.map(([, name]) => name)).toContain('\'=HYPERLINK("http://a.example";"жми")');
  });
});

test("a file is written and named", async () => {
  const file = join(folder, "report.csv");
  expect(await run(["--csv", "--out", file])).toBe(`Отчёт готов: ${file}\n`);
  expect(await readFile(file, "utf8")).toContain('"Вопросов"');
});

test("an empty database gives a report of nothing, in every form", async () => {
  expect(await run(["--all"])).toMatch(/Вопросов +0\n/u);
  expect(await run(["--csv"])).toContain('"Вопросов";0;');
});

test.each([
  [["--days", "0"], '--days "0"'],
  [["--days", "-1"], "--days"],
  [["--days", "неделя"], '--days "неделя"'],
  [["--days", "7", "--all"], "либо --days, либо --all"],
  [["extra"], '"extra"'],
  [["--colour"], "--colour"],
  [["--out", "/no-such-folder/file"], "Отчёт не записан"],
])("the arguments %j are a mistake to mend: %s", async (args, message) => {
  const failure: unknown = await run(args).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UsageError);
  expect(String(failure)).toContain(message);
});

test("without a database it is said which one was looked for", async () => {
  const failure: unknown = await run([], urlOf("other.db")).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(UsageError);
  expect(String(failure)).toContain("other.db");
});

test("prints help", async () => {
  expect(await run(["--help"])).toContain("--days N");
});
