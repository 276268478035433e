import { afterEach, beforeEach, expect, test } from "vitest";
import type { QuestionPage } from "./figures-api.ts";
import { idOf, NOW, openSchool, questionOf, type School } from "../../../test/support/console/school.ts";
import { questionsArea } from "./questions.ts";

const FAQ = `organization: { name: Школа, contact: Спросите секретаря }
categories: [{ id: all, title: Всё }]
entries:
  - { id: book, category: all, question: Как взять книгу?, phrases: [взять книгу], answer: Так. }
`;
const DAYS = "from=2026-11-25&to=2026-11-25";
let school: School;

beforeEach(async () => {
  school = await openSchool(FAQ, ({ content, store }) =>
    questionsArea({ pages: store.journalPages, faq: () => content.current().faq }),
  );
});
afterEach(() => school.close());

async function page(query: string): Promise<QuestionPage> {
  const { status, body } = await school.get<QuestionPage>(`questions?${DAYS}&${query}`);
  expect(status).toBe(200);
  return body;
}

async function askMany(count: number, textOf: (number: number) => string): Promise<void> {
  const questions = Array.from({ length: count }, (_, n) => questionOf(n, textOf(n)));
  await Promise.all(questions.map((question) => school.store.journal.record(question)));
}

/** Page after page, as somebody who scrolls. */
async function pages(query: string): Promise<readonly QuestionPage[]> {
  const found = [await page(query)];
  for (let next = found[0]?.next; next !== undefined; next = found.at(-1)?.next)
    found.push(await page(`${query}&before=${encodeURIComponent(next)}`));
  return found;
}

test("a 👎 is found on the day it was given, as the figures count it", async () => {
  const questionId = await school.ask(1, "книга", { at: NOW - 86_400_000 });
  const vote = { voter: "a", entryId: "book", value: "down", reason: undefined } as const;
  await school.store.votes.cast({ ...vote, questionId, at: NOW });
  expect(await page("")).toMatchObject({ total: 0 });
  expect(await page("vote=down")).toMatchObject({ total: 1, questions: [{ text: "книга" }] });
});

test("the item that is asked for has its title though no question names it", async () => {
  expect(await page("item=book")).toMatchObject({
    total: 0,
    item: { id: "book", title: "Как взять книгу?" },
  });
});

test("all that is found is a table to be saved, that no spreadsheet takes for formulas", async () => {
  await school.ask(1, '=1+1; "да"', {
    outcome: "answer",
    itemId: "book",
    chosenEntryId: "gone",
    confidence: 0.754,
    place: "group",
    handled: "taught:book:edit-1",
  });
  await askMany(1_201, (number) => (number % 2 === 0 ? `чётный ${number}` : "нет"));
  const all = await school.table(`questions.csv?${DAYS}`);
  expect(all.name).toBe("questions-2026-11-25-2026-11-25.csv");
  expect(all.lines).toHaveLength(1 + 1_201);
  const found = await school.table(`questions.csv?${DAYS}&text=ЧЁТНЫЙ`);
  expect(found.lines).toHaveLength(1 + 601);
  expect(found.lines[1]).toBe('"2026-11-25 14:00";"чётный 1200";"Не знал ответа";;;;"личный чат";;');
  const answered = await school.table(`questions.csv?${DAYS}&outcome=answer`);
  expect(answered.lines).toEqual([
    '"Когда, по Москве";"Вопрос";"Что получилось";"Ответ";"Выбрал вариант";"Уверенность, %";"Где";"Оценка";"Что с ним сделали"',
    `"2026-11-25 14:00";"'=1+1; ""да""";"Ответил";"Как взять книгу?";"gone";75;"чат класса";;"Стал формулировкой: «Как взять книгу?»"`,
  ]);
});

test("a row says what was asked and what came of it, with titles", async () => {
  const questionId = await school.ask(1, "как взять книгу", {
    outcome: "answer",
    itemId: "book",
    chosenEntryId: "gone",
    confidence: 0.75,
    handled: "taught:book:edit-1",
  });
  const vote = { voter: "a", entryId: "book", value: "down", reason: undefined } as const;
  await school.store.votes.cast({ ...vote, questionId, at: NOW });
  await school.ask(2, "непонятное");
  expect(await page("")).toEqual({
    total: 2,
    questions: [
      {
        id: idOf(2),
        at: NOW - 3_599_998,
        text: "непонятное",
        phrase: "непонятное",
        outcome: "none",
        place: "private",
      },
      {
        id: idOf(1),
        at: NOW - 3_599_999,
        text: "как взять книгу",
        phrase: "как взять книгу",
        outcome: "answer",
        confidence: 0.75,
        place: "private",
        item: { id: "book", title: "Как взять книгу?" },
        chosen: { id: "gone", title: "gone" },
        vote: "down",
        handled: "Стал формулировкой: «Как взять книгу?»",
      },
    ],
  });
});

test.each([
  { mark: "hidden:q", words: "Убран из списка: не наш вопрос" },
  { mark: "reviewed:q", words: "Просмотрен" },
  { mark: "taught:gone", words: "Стал формулировкой: «gone»" },
])("what an administrator did ($mark) is told in words", async ({ mark, words }) => {
  await school.ask(1, "а", { handled: mark });
  expect((await page("")).questions[0]?.handled).toBe(words);
});

test("each figure leads to its questions", async () => {
  const inGroup = { outcome: "suggest", chosenEntryId: "book", place: "group" } as const;
  await school.ask(1, "а", inGroup);
  await school.ask(2, "б", { outcome: "answer", itemId: "book", at: NOW });
  await school.ask(3, "в");
  const found = async (query: string) => (await page(query)).questions.map(({ text }) => text);
  expect(await found("outcome=none,answer")).toEqual(["б", "в"]);
  expect(await found("solved=by-tap")).toEqual(["а"]);
  expect(await found("solved=anyhow")).toEqual(["б", "а"]);
  expect(await found("item=book")).toEqual(["б", "а"]);
  expect(await found("place=group")).toEqual(["а"]);
  // 12:00 in London.
  expect(await found("hour=15")).toEqual(["б"]);
  expect(await found("vote=down")).toEqual([]);
});

test("fifty are a page, and all come up once", async () => {
  await askMany(120, (n) => `вопрос ${n}`);
  const all = await pages("");
  expect(all.map(({ questions }) => questions.length)).toEqual([50, 50, 20]);
  expect(all.map(({ total }) => total)).toEqual([120, 120, 120]);
  const ids = all.flatMap(({ questions }) => questions.map(({ id }) => id));
  expect(new Set(ids).size).toBe(120);
});

test("a text is found in any case, with е for ё, page by page", async () => {
  await askMany(1_210, (n) => (n % 10 === 0 ? `ЧТО На Обед №${n}` : `другой ${n}`));
  await school.ask(5_000, "Ребёнок и обед");
  const all = await pages(`text=${encodeURIComponent(" обЕд ")}`);
  expect(all.map(({ questions }) => questions.length)).toEqual([50, 50, 22]);
  expect(all.map(({ total }) => total)).toEqual([122, 122, 122]);
  const ids = all.flatMap(({ questions }) => questions.map(({ id }) => id));
  expect(new Set(ids).size).toBe(122);
  expect((await page(`text=${encodeURIComponent("РЕБЕНОК")}`)).total).toBe(1);
  expect((await page(`text=${encodeURIComponent("%")}`)).total).toBe(0);
});

test("a page goes on where it was, also when that question was deleted meanwhile", async () => {
  await askMany(120, (n) => `обед ${n}`);
  for (const query of ["", `text=${encodeURIComponent("обед")}`]) {
    const next = (await page(query)).next ?? "";
    const [at = ""] = next.split("-");
    const gone = `${at}-zzz`;
    const rest = await page(`${query}&before=${encodeURIComponent(gone)}`);
    expect(rest.questions.length).toBe(50);
    expect(Number(rest.questions[1]?.at)).toBeLessThan(Number(at));
  }
});

test.each([
  { why: "an outcome that is none", query: "outcome=answer,maybe" },
  { why: "no outcome", query: "outcome=" },
  { why: "an hour that is none", query: "hour=24" },
  { why: "an hour in words", query: "hour=noon" },
  { why: "another place to go on from", query: "before=yesterday" },
  { why: "a time beyond all times", query: `before=${"9".repeat(40)}-a` },
  { why: "a text that nobody types", query: `text=${"x".repeat(1_000)}` },
  { why: "votes that cannot be followed to a question", query: "vote=up" },
])("$why is refused", async ({ query }) => {
  expect((await school.get(`questions?${DAYS}&${query}`)).status).toBe(400);
});
