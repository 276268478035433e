import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openContent } from "./content-holder.ts";
import { createRecordingLog, type RecordingLog } from "../../test/support/logs.ts";
import { broken, SMALL_FAQ } from "../../test/support/faq/small-faq.ts";
import { createSteppedSleep, type SteppedSleep } from "../../test/support/stepped-sleep.ts";
import { followContent } from "./follow-content.ts";
import { contentToLog, contentToScreen } from "./report-content.ts";

const POLL_MS = 250;
const RECHECK_MS = 300;
const INVALID = broken("category: transfer", "category: transfr");
const OTHER = broken("Как изменить роль?", "Как сменить роль?");

let folder = "";
let file = "";
let clock: SteppedSleep;
let log: RecordingLog;
let screen: string[] = [];
let stop: () => Promise<void>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "follow-"));
  file = join(folder, "faq.yaml");
  await writeFile(file, SMALL_FAQ);
  clock = createSteppedSleep();
  log = createRecordingLog();
  screen = [];
  const content = await openContent(file);
  content.subscribe(contentToLog(file, log));
  content.subscribe(contentToScreen(file, (line) => screen.push(line)));
  const stopping = new AbortController();
  const following = followContent(content, { sleep: clock.sleep, signal: stopping.signal });
  stop = () => {
    stopping.abort();
    return following;
  };
  await stepTo(POLL_MS);
});

afterEach(async () => {
  await stop();
  await rm(folder, { recursive: true });
});

/** Lets time pass until somebody pauses for `ms`. */
async function stepTo(ms: number): Promise<void> {
  while ((await clock.step()) !== ms);
}

it("what is saved is live after one poll, and in the log and on the screen", async () => {
  await writeFile(file, OTHER);
  await stepTo(POLL_MS);
  expect(log.lines).toHaveLength(1);
  expect(log.lines[0]).toMatch(/^info New content is live .*2 вопроса, 1 тема, 6 фраз/su);
  expect(screen).toEqual(["Содержание обновлено: 2 вопроса, 1 тема, 6 фраз."]);
});

it("a case that no longer holds is told when questions.yaml is saved", async () => {
  const questions = 'cases: [{ expect: chats, questions: ["как мне поменять роль"] }]';
  await writeFile(join(folder, "questions.yaml"), questions);
  await stepTo(POLL_MS);
  expect(log.lines).toEqual([expect.stringMatching(/^error .*questions\.yaml:1/su)]);
});

it("a mistake is told in Russian with its place, once, and again when it is mended", async () => {
  await writeFile(file, INVALID);
  await stepTo(POLL_MS);
  for (let polls = 0; polls < 30; polls += 1) await stepTo(POLL_MS);
  expect(log.lines).toHaveLength(1);
  expect(log.lines[0]).toMatch(/^error .*faq\.yaml:9:15: ошибка: раздела «transfr» нет/su);
  expect(screen).toContainEqual(expect.stringContaining("раздела «transfr» нет"));
  await writeFile(file, SMALL_FAQ);
  await stepTo(POLL_MS);
  expect(log.lines).toHaveLength(2);
  expect(log.lines[1]).toContain("info The content is valid again and live");
});

it("an empty file that is full a moment later is no mistake to tell", async () => {
  await writeFile(file, "");
  await stepTo(RECHECK_MS);
  await writeFile(file, OTHER);
  await stepTo(POLL_MS);
  expect(log.lines).toEqual([expect.stringContaining("info New content is live")]);
});

it("a file that keeps changing and stays invalid is told all the same", async () => {
  await writeFile(file, INVALID);
  await stepTo(RECHECK_MS);
  let pauses = 0;
  do {
    pauses += 1;
    await writeFile(file, broken("category: transfer", `category: transfr${pauses}`));
  } while ((await clock.step()) === RECHECK_MS);
  expect(pauses).toBe(5);
  expect(log.lines).toEqual([expect.stringContaining("transfr5")]);
});

it("a file that goes is told, with what to do", async () => {
  await rm(file);
  await stepTo(POLL_MS);
  expect(log.lines).toEqual([expect.stringMatching(/такого файла нет.*Проверьте имя и папку/su)]);
});
