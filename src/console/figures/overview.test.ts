import { afterEach, beforeEach, expect, test } from "vitest";
import type { Overview } from "./figures-api.ts";
import { openSchool, type School } from "../../../test/support/console/school.ts";
import { overviewArea } from "./overview.ts";

const FAQ = `organization: { name: Школа, contact: Спросите секретаря }
categories: [{ id: all, title: Всё }]
entries:
  - { id: book, category: all, question: Как взять книгу?, phrases: [взять книгу], answer: Так. }
  - { id: lunch, category: all, question: Что на обед?, phrases: [что на обед], answer: Суп. }
topics:
  - { id: weather, phrases: [какая завтра погода], answer: О погоде я не знаю. }
`;

/** Half past midnight in Moscow, when London has the day before. */
const NIGHT = Date.UTC(2026, 10, 20, 21, 30);
const DAY = 86_400_000;
let school: School;

beforeEach(async () => {
  school = await openSchool(FAQ, ({ content, store }) => {
    const faq = () => content.current().faq;
    return overviewArea({ ...store, pages: store.journalPages, faq });
  });
});
afterEach(() => school.close());

async function overview(query: string): Promise<Overview> {
  const { status, body } = await school.get<Overview>(`overview?${query}`);
  expect(status).toBe(200);
  return body;
}

test("nothing was asked: no share, no first day, every day of the period all the same", async () => {
  const empty = await overview("from=2026-11-20&to=2026-11-22");
  expect(empty).toMatchObject({ questions: 0, people: 0, entries: [], topics: [] });
  expect(empty).not.toHaveProperty("solvedShare");
  expect(empty).not.toHaveProperty("knownFrom");
  expect(empty).not.toHaveProperty("before");
  expect(empty.days.map(({ day }) => day)).toEqual(["2026-11-20", "2026-11-21", "2026-11-22"]);
  expect(empty.hours).toHaveLength(24);
});

test("the figures are a table to be saved, as the report has them", async () => {
  const { name, lines } = await school.table("overview.csv?from=2026-11-20&to=2026-11-22");
  expect(name).toBe("figures-2026-11-20-2026-11-22.csv");
  expect(lines[0]).toMatch(/^"Раздел";"Показатель";"Всего";/u);
  expect(lines.filter((line) => line.startsWith('"По дням"'))).toHaveLength(3);
  expect(await school.get("overview.csv?from=2026-11-22&to=2026-11-20")).toMatchObject({
    status: 400,
  });
});

test("a period has its figures, by days and hours of Moscow, and those of the days before it", async () => {
  const book = { outcome: "answer", itemId: "book" } as const;
  await school.ask(1, "книга", { ...book, at: NIGHT });
  await school.ask(2, "еда", {
    outcome: "suggest",
    chosenEntryId: "lunch",
    at: NIGHT,
    person: "b",
  });
  await school.ask(3, "что", { outcome: "suggest", at: NIGHT + DAY });
  await school.ask(4, "дождь", { outcome: "topic", itemId: "weather", at: NIGHT, place: "group" });
  await school.ask(5, "привет", { outcome: "smalltalk", itemId: "hello", at: NIGHT });
  await school.ask(6, "ничего", { outcome: "none", at: NIGHT });
  await school.ask(7, "до того", { outcome: "none", at: NIGHT - 2 * DAY });
  await school.ask(8, "и до того", { ...book, at: NIGHT - 45 * 60_000 });
  const { entries, topics, days, hours, ...figures } = await overview("from=2026-11-21&to=2026-11-22");
  expect(figures).toMatchObject({
    firstDay: "2026-11-21",
    lastDay: "2026-11-22",
    knownFrom: "2026-11-19",
    questions: 6,
    people: 2,
    outcomes: { answer: 1, suggest: 2, topic: 1, smalltalk: 1, none: 1 },
    solvedByTap: 1,
    solvedShare: 3 / 5,
    before: { questions: 2, solvedShare: 1 / 2 },
    places: { private: 5, group: 1 },
  });
  expect(entries).toEqual([
    { id: "book", title: "Как взять книгу?", count: 1, up: 0, down: 0 },
    { id: "lunch", title: "Что на обед?", count: 1, up: 0, down: 0 },
  ]);
  expect(topics).toMatchObject([{ id: "weather", title: "какая завтра погода", count: 1 }]);
  expect(days.map(({ counts }) => counts.suggest)).toEqual([1, 1]);
  expect(hours[0]).toMatchObject({ answer: 1, suggest: 2 });
});

test("days that are not all known any more are nothing to compare with", async () => {
  await school.ask(1, "а", { at: NIGHT - 2 * DAY });
  await school.ask(2, "б", { at: NIGHT });
  const known = await overview("from=2026-11-21&to=2026-11-22");
  expect(known).toMatchObject({ knownFrom: "2026-11-19", before: { questions: 1 } });
  expect(await overview("from=2026-11-20&to=2026-11-22")).not.toHaveProperty("before");
});

test("votes stand beside the entries, those on entries nobody was answered with or that are gone too", async () => {
  const questionId = await school.ask(1, "книга", { outcome: "answer", itemId: "book", at: NIGHT });
  const vote = { reason: undefined, questionId: undefined, value: "up", at: NIGHT } as const;
  await school.store.votes.cast({ ...vote, voter: "a", entryId: "book" });
  await school.store.votes.cast({
    ...vote,
    voter: "b",
    entryId: "book",
    value: "down",
    questionId,
  });
  await school.store.votes.cast({ ...vote, voter: "c", entryId: "gone" });
  const { entries, votes } = await overview("from=2026-11-21&to=2026-11-21");
  expect(entries).toEqual([
    { id: "book", title: "Как взять книгу?", count: 1, up: 1, down: 1 },
    { id: "gone", title: "gone", count: 0, up: 1, down: 0 },
  ]);
  expect(votes).toMatchObject({ up: 2, down: 1 });
});

test("of one place there is what was asked there, and the votes that belong to it", async () => {
  const inGroup = await school.ask(1, "а", { place: "group", at: NIGHT });
  await school.ask(2, "б", { at: NIGHT });
  await school.ask(3, "в", { at: NIGHT - DAY });
  const vote = { reason: undefined, value: "down", at: NIGHT, entryId: "book" } as const;
  await school.store.votes.cast({ ...vote, voter: "a", questionId: inGroup });
  await school.store.votes.cast({ ...vote, voter: "b", questionId: undefined });
  await school.store.votes.cast({ ...vote, voter: "c", questionId: undefined });
  const inGroups = await overview("from=2026-11-21&to=2026-11-21&place=group");
  expect(inGroups).toMatchObject({ questions: 1, votes: { down: 1 }, before: { questions: 0 } });
  const inPrivate = await overview("from=2026-11-21&to=2026-11-21&place=private");
  expect(inPrivate).toMatchObject({ questions: 1, votes: { down: 2 }, before: { questions: 1 } });
});

test.each([
  { why: "no days", query: "" },
  { why: "a day that is none", query: "from=2026-02-30&to=2026-03-01" },
  { why: "another way to write days", query: "from=21.11.2026&to=22.11.2026" },
  { why: "the wrong order", query: "from=2026-11-22&to=2026-11-21" },
  { why: "more days than anybody keeps", query: "from=2000-01-01&to=2026-11-21" },
  { why: "the end of time", query: "from=9999-12-31&to=9999-12-31" },
  { why: "another place", query: "from=2026-11-21&to=2026-11-21&place=here" },
  { why: "a day twice", query: "from=2026-11-21&from=2026-11-22&to=2026-11-23" },
])("$why is refused", async ({ query }) => {
  expect((await school.get(`overview?${query}`)).status).toBe(400);
});
