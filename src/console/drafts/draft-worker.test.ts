import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { createDraftWorker } from "./draft-worker.ts";
import type { DraftJob } from "./draft-jobs.ts";

const TEXT = `organization: { name: Школа, contact: Спросите секретаря }
categories: [{ id: all, title: Всё }]
entries:
  - { id: lunch, category: all, question: Что на обед?, phrases: [чем кормят], answer: Суп. }
`;
const JOB: DraftJob = {
  kind: "try",
  draft: { text: TEXT, edits: [] },
  event: { kind: "text", text: "чем кормят" },
  situation: { username: undefined, retentionDays: 90, hasStaff: false },
};

const worker = createDraftWorker();
afterAll(() => worker.close());

test("more jobs than a person has are not taken", async () => {
  const outcomes = await Promise.all(Array.from({ length: 21 }, () => worker.run(JOB)));
  expect(outcomes.filter(({ kind }) => kind === "reply")).toHaveLength(20);
  expect(outcomes.at(-1)).toEqual({ kind: "busy" });
});

test("what is being done when the program stops is rejected, and nothing is begun any more", async () => {
  const stopped = createDraftWorker();
  const running = stopped.run(JOB);
  await Promise.all([stopped.close(), expect(running).rejects.toThrow("the program stops")]);
  await expect(stopped.run(JOB)).rejects.toThrow("the program stops");
});

test("a thread that was let go of is followed by a new one", async () => {
  const impatient = createDraftWorker(0);
  await impatient.run(JOB);
  // The timer that lets go of it is older.
  await setTimeout(1);
  expect(await impatient.run(JOB)).toMatchObject({ kind: "reply" });
  await impatient.close();
});

test("a bug rejects the job it was met in, and the next one is done", async () => {
  const text: string = JSON.parse("null");
  const broken: DraftJob = { kind: "inspect", text, today: "2026-01-01" };
  await expect(worker.run(broken)).rejects.toThrow(TypeError);
  expect(await worker.run(JOB)).toMatchObject({ kind: "reply" });
});

test("a job that cannot be handed over takes nobody's place", async () => {
  const draft = Object.assign({ ignore: () => undefined }, JOB.draft);
  for (let count = 0; count < 20; count += 1)
    await expect(worker.run({ ...JOB, draft })).rejects.toThrow("could not be cloned");
  expect(await worker.run(JOB)).toMatchObject({ kind: "reply" });
});

test("nobody who asks the bot waits for a draft that is built", async () => {
  const text = await readFile("faq.yaml", "utf8");
  let ticks = 0;
  const clock = setInterval(() => (ticks += 1), 10);
  await worker.run({ ...JOB, draft: { text, edits: [] } });
  clearInterval(clock);
  // Most of a second of its thread: this one would have had no tick.
  expect(ticks).toBeGreaterThan(10);
});
