import { readFile } from "node:fs/promises";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { plainOf } from "../../markup/rich-text.ts";
import type { Try, TryResult } from "./try-api.ts";
import type { Edit } from "../content/content-api.ts";
import { createDraftWorker } from "../drafts/draft-worker.ts";
import { FAQ, openSchool, type School } from "../../../test/support/console/school.ts";
import { tryArea } from "./try.ts";

const CHESS: Edit = {
  kind: "new-entry",
  categoryId: "all",
  question: "Есть ли кружок шахмат?",
  answer: "Да, по **средам**.",
  phrases: [],
};
const QUESTION = "кружок шахмат";

const worker = createDraftWorker();
afterAll(() => worker.close());

let school: School | undefined;
afterEach(() => school?.close());

async function open(hasStaff = false): Promise<School> {
  school = await openSchool(FAQ, ({ content, file }) =>
    tryArea({
      live: () => content.current(),
      text: () => readFile(file, "utf8"),
      situation: () => ({ username: "school_bot", retentionDays: 90, hasStaff }),
      // A thread takes its time to start: all schools use one.
      worker: { ...worker, close: async () => undefined },
    }),
  );
  return school;
}

async function said(here: School, event: Try["event"], edits: readonly Edit[] = []) {
  const { body } = await here.post<TryResult>("try", { edits, event });
  if (body.kind !== "reply") throw new Error(JSON.stringify(body));
  return { ...body, text: plainOf(body.text), buttons: body.keyboard.flat() };
}

function ask(here: School, text: string, edits: readonly Edit[] = []) {
  return said(here, { kind: "text", text }, edits);
}

describe("the talk on what is live", () => {
  test("answers with the explanation beside it; a vote replaces the message, what is shared comes beneath", async () => {
    const here = await open();
    expect((await said(here, { kind: "start" })).text).toContain("Здравствуйте");
    const answer = await ask(here, "чем кормят");
    expect(answer).toMatchObject({
      isReplacement: false,
      explanation: { outcome: "answer", candidates: [{ id: "lunch", confidence: 1 }] },
    });
    expect(answer.text).toContain("Меню висит у входа.");
    const tap = (title: string) => {
      const button = answer.buttons.find(({ text }) => text === title);
      const payload = button?.kind === "callback" ? button.payload : "";
      return said(here, { kind: "tap", payload });
    };
    const voted = await tap("👍");
    expect(voted).toMatchObject({ isReplacement: true });
    expect(voted.explanation).toBeUndefined();
    expect(voted.buttons.map(({ text }) => text)).toContain("👍 ✓");
    expect(await tap("К разделу")).toMatchObject({ isReplacement: false });
    expect((await ask(here, "Все вопросы")).buttons.map(({ text }) => text)).toContain("Всё");
  });

  test("reads a short message with what was said before it", async () => {
    const here = await open();
    const first = await here.post<TryResult>("try", {
      edits: [],
      event: { kind: "text", text: "чем кормят" },
    });
    if (first.body.kind !== "reply") throw new Error(first.body.kind);
    const more = await here.post<TryResult>("try", {
      edits: [],
      event: { kind: "text", text: "подробнее" },
      last: first.body.about,
    });
    if (more.body.kind !== "reply") throw new Error(more.body.kind);
    expect(plainOf(more.body.text)).toContain("Подробнее у меня об этом не записано");
  });

  test("leaves nothing in the journal, and hands nothing on", async () => {
    const here = await open(true);
    const unknown = await ask(here, QUESTION);
    const person = unknown.buttons.find(({ text }) => text === "Спросить сотрудника");
    const payload = person?.kind === "callback" ? person.payload : "";
    expect((await said(here, { kind: "tap", payload })).text).toContain("никому не передаётся");
    const forgotten = await said(here, { kind: "tap", payload: "1:forget" });
    expect(forgotten.text).toContain("Ничего, что связано с вами");
    expect(await here.store.journal.between(0, Infinity)).toEqual([]);
  });
});

describe("the talk on a draft", () => {
  test("knows what is not saved, which the live content does not", async () => {
    const here = await open();
    expect((await ask(here, QUESTION)).text).toContain("не знаю");
    const drafted = await ask(here, QUESTION, [CHESS]);
    expect(drafted.text).toContain("Да, по средам.");
    expect(drafted.explanation?.outcome).toBe("answer");
    expect((await ask(here, QUESTION)).text).toContain("не знаю");
    expect(await here.text()).toBe(FAQ);
  });

  test("says what keeps the draft from being one", async () => {
    const here = await open();
    const edits = [{ ...CHESS, categoryId: "gone" }];
    const { body } = await here.post<TryResult>("try", { edits, event: { kind: "start" } });
    expect(body).toEqual({ kind: "unfit", edit: 0, lines: [expect.stringContaining("«gone»")] });
  });
});
