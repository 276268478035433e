import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { silentLog } from "../../../test/support/logs.ts";
import { consoleContent, contentArea, type ContentParts } from "./content.ts";
import type { FaqEditor } from "../../teaching/faq-editor.ts";
import { OutsideError } from "../../runtime/errors.ts";
import type { Failure } from "../api.ts";
import type { Content, DraftResult, Edit, History, SaveResult } from "./content-api.ts";
import type { EntryFields } from "../../faq/edit/item-fields.ts";
import { applyEdits } from "../drafts/apply-edits.ts";
import type { DraftWorker } from "../drafts/draft-worker.ts";
import { createDraftContents } from "../drafts/draft-contents.ts";
import { doDraftJob } from "../drafts/draft-jobs.ts";
import { readOnly, idOf, NOW, openSchool, type School } from "../../../test/support/console/school.ts";

const FAQ = `# Содержание школы
organization: { name: Школа, contact: Спросите секретаря }
categories: [{ id: all, title: Всё }, { id: food, title: Столовая }]
entries:
  - id: book
    category: all
    question: Как взять книгу?
    phrases:
      - взять книгу на дом # из журнала
      - выдают ли книги
      - библиотека открыта
      - читательский билет
      - записаться в библиотеку
    answer: |
      Приходите в **библиотеку** {{organization}}.
    source: { title: Правила, url: https://example.org/rules }
    checked: 2026-09-01
  - id: lunch
    category: food
    question: Что на обед?
    phrases: [чем кормят, меню столовой]
    answer: Меню висит у входа.
    related: [book]
topics:
  - id: weather
    phrases: [какая погода, будет ли дождь, мороз на улице, отменят ли занятия, актированный день]
    answer: Смотрите прогноз.
smalltalk:
  - id: thanks
    phrases: [спасибо]
    answer: Пожалуйста!
`;
const LUNCH: EntryFields = {
  categoryId: "food",
  question: "Что на обед?",
  button: undefined,
  phrases: ["чем кормят", "меню столовой"],
  answer: "Меню висит у входа.",
  related: ["book"],
  checked: undefined,
};
const CHESS: Extract<Edit, { readonly kind: "new-entry" }> = {
  kind: "new-entry",
  categoryId: "all",
  question: "Есть ли кружок шахмат?",
  answer: "Да, по **средам**.",
  phrases: ["шахматный кружок"],
};

/** The same jobs as in the thread, without its start. */
const contentOf = createDraftContents(applyEdits);
const worker: DraftWorker = {
  run: async (job) => doDraftJob(job, contentOf),
  close: async () => undefined,
};

let school: School | undefined;
afterEach(() => school?.close());

/** `afterwards` is what somebody else does as soon as a change is in the file; `others` stand in for parts. */
async function open(
  afterwards: (school: { readonly folder: string }) => Promise<void> = async () => undefined,
  others: (parts: ContentParts) => Partial<ContentParts> = () => ({}),
): Promise<School> {
  school = await openSchool(FAQ, ({ content, store, teaching, file }) => {
    const editor: FaqEditor = {
      ...teaching.editor,
      apply: async (edit) => {
        const outcome = await teaching.editor.apply(edit);
        await afterwards({ folder: dirname(file) });
        return outcome;
      },
    };
    const { journalPages: pages, uses } = store;
    const parts = {
      content,
      teaching: { ...teaching, editor },
      pages,
      uses,
      log: silentLog,
      now: () => NOW,
    };
    const text = () => readFile(file, "utf8");
    const situation = () => ({ username: "school_bot", retentionDays: 90, hasStaff: false });
    const whole = consoleContent({ retentionDays: 90 }, parts, { worker, text, situation });
    return contentArea({ ...whole, ...others(whole) });
  });
  return school;
}

function lunch(change: Partial<EntryFields>): Edit {
  return { kind: "entry", id: "lunch", before: LUNCH, after: { ...LUNCH, ...change } };
}

/** The journal fails once where questions are marked in it. */
function failingOnce({ teaching }: ContentParts): Partial<ContentParts> {
  const { questions } = teaching;
  let isFailing = true;
  const once = async () => {
    if (isFailing) {
      isFailing = false;
      throw new OutsideError("The database failed", { isRetryable: true });
    }
  };
  const failing: ContentParts["teaching"]["questions"] = {
    ...questions,
    markTaught: async (...marked) => {
      await once();
      await questions.markTaught(...marked);
    },
    reopenTaught: async (editId) => {
      await once();
      await questions.reopenTaught(editId);
    },
  };
  return { teaching: { ...teaching, questions: failing } };
}

async function save(here: School, edit: Edit): Promise<SaveResult> {
  return (await here.post<SaveResult>("content/save", edit)).body;
}

async function saved(here: School, edit: Edit) {
  const result = await save(here, edit);
  if (result.kind !== "saved") throw new Error(JSON.stringify(result));
  return result;
}

async function draft(here: School, edit: Edit): Promise<DraftResult> {
  return (await here.post<DraftResult>("content/draft", edit)).body;
}

async function history(here: School) {
  const { body } = await here.get<History>("content/history");
  return body.edits;
}

describe("the content", () => {
  test("is shown as the file has it, with what people made of it and what check warns of", async () => {
    const here = await open();
    await here.ask(1, "меню", { outcome: "answer", itemId: "lunch" });
    await here.ask(2, "обед или книга", { outcome: "suggest", chosenEntryId: "lunch" });
    await here.ask(3, "дождь", { outcome: "topic", itemId: "weather" });
    const wentOn = { itemId: "weather", chosenEntryId: "lunch" };
    await here.ask(6, "обед в дождь", { outcome: "topic", ...wentOn });
    await here.ask(4, "обед", { outcome: "suggest" });
    await here.ask(5, "давно", { outcome: "answer", itemId: "lunch", at: NOW - 40 * 86_400_000 });
    const vote = { reason: undefined, questionId: undefined, at: NOW - 1 };
    await here.store.votes.cast({ ...vote, voter: "a", entryId: "lunch", value: "down" });
    await here.store.votes.cast({ ...vote, voter: "b", entryId: "lunch", value: "up" });
    const { body } = await here.get<Content>("content");
    expect(body).toMatchObject({ file: "faq.yaml", days: 30, warnings: [], faults: [] });
    expect(body.organization).toEqual({ name: "Школа", contact: "Спросите секретаря" });
    expect(body.categories.map(({ title }) => title)).toEqual(["Всё", "Столовая"]);
    expect(body.entries).toMatchObject([
      {
        id: "book",
        fields: { answer: "Приходите в **библиотеку** {{organization}}.", checked: "2026-09-01" },
        source: { title: "Правила", url: "https://example.org/rules" },
        asked: 0,
        warnings: [],
      },
      { id: "lunch", neighbours: ["book"], asked: 3, up: 1, down: 1 },
    ]);
    expect(body.entries[1]?.fields).toEqual(JSON.parse(JSON.stringify(LUNCH)));
    expect(body.entries[1]?.warnings).toEqual([expect.stringContaining("2 фразы")]);
    expect(body.sideTopics).toMatchObject([
      { kind: "topic", id: "weather", asked: 2, warnings: [] },
      { kind: "smalltalk", id: "thanks", fields: { phrases: ["спасибо"] } },
    ]);
  });

  test("tells why the file on the disk is not what is live", async () => {
    const here = await open();
    await writeFile(here.file, FAQ.replace("id: lunch", "id: Обед"));
    await here.content.reload();
    const { body } = await here.get<Content>("content");
    expect(body.faults.join()).toContain("Обед");
    expect(body.entries.map(({ id }) => id)).toEqual(["book", "lunch"]);
  });
});

test("whoever waited for the same look at the content is told the same when it fails", async () => {
  let asked = 0;
  let fail = (_error: unknown): void => undefined;
  const here = await open(undefined, ({ uses }) => ({
    inspect: () => new Promise((_resolve, reject) => (fail = reject)),
    uses: async (request) => {
      asked += 1;
      if (asked === 2) fail(new OutsideError("The thread is gone", { isRetryable: true }));
      return uses(request);
    },
  }));
  const answers = await Promise.all([here.get("content"), here.get("content")]);
  expect(answers.map(({ status }) => status)).toEqual([503, 503]);
});

describe("a draft", () => {
  test("shows the lines it changes, its warnings, and what would be answered otherwise", async () => {
    const here = await open();
    await here.ask(1, "пицца сегодня есть");
    const result = await draft(here, lunch({ phrases: [...LUNCH.phrases, "есть ли пицца"] }));
    if (result.kind !== "fit") throw new Error(JSON.stringify(result));
    expect(result.diff.filter(({ kind }) => kind === "added" || kind === "removed")).toEqual([
      { kind: "removed", line: "    phrases: [чем кормят, меню столовой]" },
      { kind: "added", line: "    phrases: [чем кормят, меню столовой, есть ли пицца]" },
    ]);
    expect(result.warnings).toEqual([expect.stringContaining("3 фразы")]);
    expect(result.replies).toMatchObject([
      {
        before: { outcome: "none" },
        after: { ids: ["lunch"], titles: ["Что на обед?"] },
        questions: ["пицца сегодня есть"],
      },
    ]);
    expect(await here.text()).toBe(FAQ);
  });

  test("says of a new entry what check would", async () => {
    const here = await open();
    const result = await draft(here, CHESS);
    expect(result).toMatchObject({ kind: "fit", warnings: [expect.stringContaining("2 фразы")] });
  });

  test.each<[string, Edit, string]>([
    ["a phrase of another item", lunch({ phrases: ["Какая погода?"] }), "уже есть у «weather»"],
    ["a question that is too long", lunch({ question: "о".repeat(201) }), "200"],
    ["a link that leads nowhere", lunch({ answer: "[справка](htps://max.ru)" }), "htps://max.ru"],
    ["an unknown placeholder", lunch({ answer: "{{school}}" }), "{{school}}"],
    ["a related question that is none", lunch({ related: ["nothing"] }), "nothing"],
    ["a date that is none", lunch({ checked: "вчера" }), "«вчера» — не дата"],
    ["an answer that says nothing", lunch({ answer: "  " }), "Текст пуст"],
  ])("does not pass with %s, and says why", async (_what, edit, part) => {
    const here = await open();
    const result = await draft(here, edit);
    expect(result.kind).toBe("unfit");
    expect(result.kind === "unfit" ? result.lines.join("\n") : "").toContain(part);
    const refused = await save(here, edit);
    expect(refused.kind).toBe("refused");
    expect(refused.kind === "refused" ? refused.message : "").toContain(part);
    expect(await here.text()).toBe(FAQ);
  });

  test("does not pass where it spoils an answer that has to stay", async () => {
    const here = await open();
    const cases = "cases: [{ expect: lunch, questions: [чем кормят] }]\n";
    await writeFile(join(here.folder, "questions.yaml"), cases);
    const edit = lunch({ phrases: ["спортзал"], question: "Где спортзал?" });
    const result = await draft(here, edit);
    expect(result.kind === "unfit" ? result.lines.join("\n") : result).toContain("чем кормят");
    expect(await save(here, edit)).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("чем кормят"),
    });
  });

  test("is refused where the request is none", async () => {
    const here = await open();
    const { status, body } = await here.post<Failure>("content/draft", { kind: "entry" });
    expect([status, body.message]).toEqual([400, expect.stringContaining("не то")]);
  });
});

describe("saving", () => {
  test("changes the file and the bot, and nothing else of the file", async () => {
    const here = await open();
    const result = await saved(here, lunch({ phrases: [...LUNCH.phrases, "есть ли пицца"] }));
    expect(result).toMatchObject({
      isLive: true,
      message: "Сохранено: бот уже отвечает по-новому.",
    });
    expect(await here.text()).toBe(FAQ.replace("меню столовой]", "меню столовой, есть ли пицца]"));
    expect(here.answerTo("есть ли пицца")).toBe("answer lunch");
  });

  test("changes topics", async () => {
    const here = await open();
    const before = { phrases: ["спасибо"], answer: "Пожалуйста!" };
    await saved(here, {
      kind: "aside",
      id: "thanks",
      before,
      after: { ...before, answer: "Рад!" },
    });
    expect(await here.text()).toBe(FAQ.replace("answer: Пожалуйста!", "answer: Рад!"));
  });

  test("is a conflict where somebody else changed the same", async () => {
    const here = await open();
    const theirs = FAQ.replace("Меню висит у входа.", "Меню на сайте.");
    await writeFile(here.file, theirs);
    const edit = lunch({ answer: "Спросите повара." });
    for (const result of [await draft(here, edit), await save(here, edit)])
      expect(result).toMatchObject({ kind: "conflict", theirs: { answer: "Меню на сайте." } });
    expect(await here.text()).toBe(theirs);
  });

  test("is a conflict with nothing to show where the item is gone", async () => {
    const here = await open();
    await writeFile(here.file, FAQ.replace("id: lunch", "id: dinner"));
    const result = await save(here, lunch({ answer: "Спросите повара." }));
    expect(result).toMatchObject({ kind: "conflict", message: expect.stringContaining("удалили") });
  });

  test("goes with what somebody else changed beside it", async () => {
    const here = await open();
    const theirs = FAQ.replace("чем кормят,", "чем кормят, что едят,");
    await writeFile(here.file, theirs);
    await saved(here, lunch({ answer: "Спросите повара." }));
    expect(await here.text()).toBe(theirs.replace("Меню висит у входа.", "Спросите повара."));
  });

  test("twice is saved once", async () => {
    const here = await open();
    const edit = lunch({ answer: "Спросите повара." });
    await saved(here, edit);
    expect(await saved(here, edit)).toEqual({
      kind: "saved",
      isLive: true,
      message: "Так уже и записано: менять нечего.",
    });
    expect(await history(here)).toHaveLength(1);
  });

  test("says which lines to write by hand where the file may not be written", async () => {
    const here = await open();
    const result = await readOnly(here, () => save(here, lunch({ answer: "Спросите повара." })));
    expect(result).toMatchObject({
      kind: "read-only",
      paste: { replacedLines: 1, lines: ["    answer: Спросите повара."] },
    });
    expect(await here.text()).toBe(FAQ);
  });

  test("says why the bot does not use what was saved", async () => {
    const here = await open(async ({ folder }) => {
      const cases = "cases: [{ expect: book, questions: [чем кормят] }]\n";
      await writeFile(join(folder, "questions.yaml"), cases);
    });
    const result = await saved(here, lunch({ answer: "Спросите повара." }));
    expect(result.isLive).toBe(false);
    expect(result.message).toContain("Файл записан, но бот пока отвечает по-старому:");
    expect(result.message).toContain("«чем кормят»");
    expect(here.content.current().faq.entries[1]?.answer).toBe("Меню висит у входа.");
  });

  test("adds an entry that answers what it was written for", async () => {
    const here = await open();
    const questionId = await here.ask(1, "кружок шахмат есть");
    const result = await saved(here, { ...CHESS, from: { pool: "unanswered", questionId } });
    expect(result).toMatchObject({ isLive: true, now: { outcome: "answer" } });
    expect(here.answerTo("шахматный кружок")).toBe("answer est-li-kruzhok-shakhmat");
    expect(await here.teaching.questions.list("unanswered")).toEqual([]);
  });

  test("is told also where the journal fails after it", async () => {
    const here = await open(undefined, failingOnce);
    const questionId = await here.ask(1, "кружок шахмат есть");
    const edit: Edit = { ...CHESS, from: { pool: "unanswered", questionId } };
    expect(await saved(here, edit)).toMatchObject({ isLive: true, editId: expect.any(String) });
    expect(here.answerTo("шахматный кружок")).toBe("answer est-li-kruzhok-shakhmat");
    expect(await here.teaching.questions.list("unanswered")).toHaveLength(1);
  });

  test("of a new entry twice is saved once, and settles what was left", async () => {
    const here = await open(undefined, failingOnce);
    const questionId = await here.ask(1, "кружок шахмат есть");
    const edit: Edit = { ...CHESS, from: { pool: "unanswered", questionId } };
    const first = await saved(here, edit);
    const text = await here.text();
    const again = await saved(here, edit);
    const entryId = "est-li-kruzhok-shakhmat";
    expect(first).toMatchObject({ entryId });
    const now = { outcome: "answer" };
    expect(again).toMatchObject({ editId: first.editId, entryId, isLive: true, now });
    expect(await here.text()).toBe(text);
    expect(await here.teaching.questions.list("unanswered")).toEqual([]);
  });

  test.each<[string, Partial<typeof CHESS>]>([
    ["answer", { answer: "Нет." }],
    ["category", { categoryId: "food" }],
    ["phrase", { phrases: ["шахматный кружок", "секция шахмат"] }],
  ])("of an entry that is there with another %s is refused", async (_what, change) => {
    const here = await open();
    await saved(here, CHESS);
    const result = await save(here, { ...CHESS, ...change });
    expect(result).toMatchObject({ kind: "refused", message: expect.stringContaining("уже есть") });
  });
});

describe("the history", () => {
  test("tells what was done, newest first, and takes it back after another edit", async () => {
    const here = await open();
    const first = await saved(here, lunch({ answer: "Спросите повара." }));
    await saved(here, { ...CHESS, phrases: [] });
    const edits = await history(here);
    expect(edits.map(({ title, isUndone }) => [title, isUndone])).toEqual([
      ["Новый вопрос «Есть ли кружок шахмат?»", false],
      ["Правка вопроса «Что на обед?»: ответ", false],
    ]);
    expect(edits[1]?.diff.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", line: "    answer: Меню висит у входа." },
      { kind: "added", line: "    answer: Спросите повара." },
    ]);
    const undo = await here.post<SaveResult>("content/undo", { editId: first.editId });
    expect(undo.body).toMatchObject({ kind: "saved", isLive: true });
    expect(here.content.current().faq.entries[1]?.answer).toBe("Меню висит у входа.");
    expect(here.content.current().faq.entries).toHaveLength(3);
    expect((await history(here)).map(({ title, isUndone }) => [title, isUndone])).toEqual([
      ["Отменено: правка вопроса «Что на обед?»: ответ", false],
      ["Новый вопрос «Есть ли кружок шахмат?»", false],
      ["Правка вопроса «Что на обед?»: ответ", true],
    ]);
    const again = await here.post<SaveResult>("content/undo", { editId: first.editId });
    expect(again.body).toMatchObject({ kind: "saved", message: "Эта правка уже отменена." });
    expect(await history(here)).toHaveLength(3);
    const [undone] = await history(here);
    const redo = await here.post<SaveResult>("content/undo", { editId: undone?.editId });
    expect(redo.body).toMatchObject({
      kind: "saved",
      message: "Возвращено: снова так, как было после правки.",
    });
    const [redone] = await history(here);
    expect(redone?.title).toBe("Возвращено: правка вопроса «Что на обед?»: ответ");
  });

  test("brings back into the list what was taught by the edit", async () => {
    const here = await open();
    await here.ask(1, "есть ли пицца");
    const { questions, editor } = here.teaching;
    const group = await questions.find("unanswered", idOf(1));
    if (group === undefined) throw new Error("No group");
    const { editId } = await saved(here, lunch({ phrases: [...LUNCH.phrases, "есть ли пицца"] }));
    await questions.markTaught(group, "lunch", editId);
    expect(await questions.list("unanswered")).toEqual([]);
    await here.post("content/undo", { editId });
    expect(await questions.list("unanswered")).toHaveLength(1);
    expect(await editor.history()).toHaveLength(2);
  });

  test("brings it back by a second try where the journal failed at the first", async () => {
    const here = await open(undefined, failingOnce);
    await here.ask(1, "есть ли пицца");
    const { questions } = here.teaching;
    const group = await questions.find("unanswered", idOf(1));
    if (group === undefined) throw new Error("No group");
    const { editId } = await saved(here, lunch({ phrases: [...LUNCH.phrases, "есть ли пицца"] }));
    await questions.markTaught(group, "lunch", editId);
    expect((await here.post("content/undo", { editId })).status).toBe(503);
    const again = await here.post<SaveResult>("content/undo", { editId });
    expect(again.body).toMatchObject({ kind: "saved", isLive: true });
    expect(await here.text()).toBe(FAQ);
    expect(await questions.list("unanswered")).toHaveLength(1);
  });

  test("takes a new entry back from the end of a file without its last line break", async () => {
    const here = await open();
    const text = FAQ.slice(0, FAQ.indexOf("topics:"));
    for (const theirs of [text, text.trimEnd()]) {
      await writeFile(here.file, theirs);
      expect(await here.content.reload()).toMatchObject({ kind: "loaded" });
    }
    const { editId } = await saved(here, CHESS);
    const undo = await here.post<SaveResult>("content/undo", { editId });
    expect(undo.body).toMatchObject({ kind: "saved", isLive: true });
    expect(await here.text()).toBe(text.trimEnd());
    expect(here.content.current().faq.entries.map(({ id }) => id)).toEqual(["book", "lunch"]);
  });

  test("knows nothing of an edit that nobody made", async () => {
    const here = await open();
    const { body } = await here.post<SaveResult>("content/undo", { editId: "../../etc/passwd" });
    expect(body).toMatchObject({ kind: "refused", message: expect.stringContaining("не найдена") });
  });
});
