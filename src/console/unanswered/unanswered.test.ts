import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { undoEdit } from "../../teaching/teach.ts";
import type { SaveResult } from "../content/content-api.ts";
import type { UnansweredList } from "./unanswered-api.ts";
import { readOnly, FAQ, idOf, openSchool, type School } from "../../../test/support/console/school.ts";
import type { Door } from "../../journal/open-group.ts";
import { unansweredArea } from "./unanswered.ts";

const QUESTION = "кружок шахмат";

let school: School | undefined;
/** How often the matcher was asked for its reasons. */
let explained = 0;
afterEach(() => school?.close());

async function open(): Promise<School> {
  explained = 0;
  school = await openSchool(FAQ, ({ content, teaching }) =>
    unansweredArea({
      ...teaching,
      explain: (text) => {
        explained += 1;
        return content.current().talk.explain(text);
      },
    }),
  );
  return school;
}

async function listOf(here: School, pool = "unanswered"): Promise<UnansweredList> {
  const { status, body } = await here.get<UnansweredList>(`unanswered?pool=${pool}`);
  expect(status).toBe(200);
  return body;
}

async function teach(
  here: School,
  ownerId: string,
  questionId = idOf(1),
  pool: Door = "unanswered",
): Promise<SaveResult> {
  const lesson = { pool, questionId, ownerId };
  return (await here.post<SaveResult>("unanswered/teach", lesson)).body;
}

function saved(result: SaveResult) {
  if (result.kind !== "saved") throw new Error(JSON.stringify(result));
  return result;
}

test("questions that mean the same are one group, with guesses, their reasons and what happens now", async () => {
  const here = await open();
  await here.ask(1, "где взять учебник", { person: "a" });
  await here.ask(2, "Где взять учебник?", { person: "b" });
  await here.ask(3, "взять книгу на дом", { outcome: "suggest" });
  const { groups, total, others, days } = await listOf(here);
  expect({ total, others, days }).toEqual({ total: 2, others: 0, days: 30 });
  const [first, second] = groups;
  expect(first).toMatchObject({ count: 2, people: 2, phrase: "где взять учебник", reasons: [] });
  expect(first?.guesses[0]).toMatchObject({ kind: "entry", id: "book", title: "Как взять книгу?" });
  expect(first?.guesses[0]?.words).toContainEqual({ word: "взять", weight: expect.any(Number) });
  // It was taught since.
  expect(second?.now).toEqual({
    outcome: "answer",
    items: [{ id: "book", title: "Как взять книгу?" }],
  });
});

test("a question is taught by one click, answered at once, and unlearned by undo", async () => {
  const here = await open();
  await here.ask(1, QUESTION);
  expect(here.answerTo(QUESTION)).toBe("none");
  const result = saved(await teach(here, "lunch"));
  expect(result).toMatchObject({
    isLive: true,
    message: `Готово: «${QUESTION}» теперь относится к вопросу «Что на обед?».`,
    now: { outcome: "answer", items: [{ id: "lunch", title: "Что на обед?" }] },
  });
  expect(here.answerTo(QUESTION)).toBe("answer lunch");
  expect(await here.text()).toBe(FAQ.replace("меню столовой]", `меню столовой, ${QUESTION}]`));
  expect((await listOf(here)).groups).toEqual([]);
  const { editId = "" } = result;
  await undoEdit(editId, here.teaching);
  expect(await here.text()).toBe(FAQ);
  expect(here.answerTo(QUESTION)).toBe("none");
  expect((await listOf(here)).groups).toMatchObject([{ text: QUESTION }]);
});

test("what is not for us is taught to a topic", async () => {
  const here = await open();
  await here.ask(1, QUESTION);
  expect(saved(await teach(here, "weather")).now).toEqual({
    outcome: "topic",
    items: [{ id: "weather", title: "какая завтра погода" }],
  });
  expect(here.answerTo(QUESTION)).toBe("topic weather");
});

test("a second click finds the question dealt with and changes nothing", async () => {
  const here = await open();
  await here.ask(1, QUESTION);
  await teach(here, "lunch");
  const text = await here.text();
  const again = await teach(here, "lunch");
  expect(again).toEqual({ kind: "refused", message: expect.stringContaining("уже разобран") });
  expect(await here.text()).toBe(text);
});

test("a question of the journal goes from the topic that answered it to an entry and back, each with undo", async () => {
  const here = await open();
  const asked = await here.ask(1, "Будет ли дождь?", { outcome: "topic", itemId: "weather" });
  const move = async (ownerId: string) => saved(await teach(here, ownerId, asked, "journal"));
  const toLunch = await move("lunch");
  expect(toLunch.message).toBe("Готово: «Будет ли дождь?» теперь относится к вопросу «Что на обед?».");
  const moved = FAQ.replace("погода, будет ли дождь]", "погода]").replace(
    "меню столовой]",
    "меню столовой, будет ли дождь]",
  );
  expect(await here.text()).toBe(moved);
  expect(here.answerTo("будет ли дождь")).toBe("answer lunch");
  expect((await here.store.journal.find(asked))?.handled).toBe(`taught:lunch:${toLunch.editId}`);
  const { editId = "" } = await move("weather");
  expect(await here.text()).toBe(FAQ);
  await undoEdit(editId, here.teaching);
  expect(await here.text()).toBe(moved);
  expect((await here.store.journal.find(asked))?.handled).toBeUndefined();
});

test("a question of the journal takes the group along that it is listed in, in its own words", async () => {
  const here = await open();
  await here.ask(1, QUESTION);
  await here.ask(2, QUESTION);
  const asked = await here.ask(3, `${QUESTION} будет`);
  expect((await listOf(here)).groups).toMatchObject([{ text: QUESTION, count: 3 }]);
  const { message } = saved(await teach(here, "lunch", asked, "journal"));
  expect(message).toContain(`«${QUESTION} будет»`);
  expect((await listOf(here)).total).toBe(0);
});

test("a question of the journal that is not for us is hidden, and comes back", async () => {
  const here = await open();
  const questionId = await here.ask(1, QUESTION);
  await here.post("unanswered/hide", { pool: "journal", questionId });
  expect((await listOf(here)).total).toBe(0);
  await here.post("unanswered/unhide", { pool: "journal", questionId });
  expect((await listOf(here)).total).toBe(1);
  expect(await teach(here, "lunch", "gone", "journal")).toMatchObject({ kind: "refused" });
});

test("what is hidden stays out, with what is asked alike later, until it is taken back", async () => {
  const here = await open();
  await here.ask(1, QUESTION);
  const named = { pool: "unanswered", questionId: idOf(1) };
  const hidden = await here.post("unanswered/hide", named);
  expect(hidden.body).toEqual({ message: expect.stringContaining("Убрано из списка") });
  await here.ask(2, `${QUESTION}!`);
  expect((await listOf(here)).total).toBe(0);
  const again = await here.post("unanswered/hide", named);
  expect(again).toMatchObject({ status: 404, body: { message: /уже разобран/u } });
  await here.post("unanswered/unhide", named);
  expect((await listOf(here)).groups).toMatchObject([{ count: 2 }]);
});

test("answers that people voted down are a pool of their own, without a guess of what did not help", async () => {
  const here = await open();
  const questionId = await here.ask(1, "чем кормят", { outcome: "answer", itemId: "lunch" });
  const vote = { entryId: "lunch", value: "down", reason: "outdated", questionId } as const;
  await here.store.votes.cast({ ...vote, voter: "a", at: Date.UTC(2026, 10, 25, 11) });
  expect(await listOf(here)).toMatchObject({ total: 0, others: 1 });
  const { groups } = await listOf(here, "disliked");
  expect(groups).toMatchObject([
    {
      reasons: [{ title: "устарело", count: 1 }],
      answeredWith: [{ id: "lunch", title: "Что на обед?" }],
    },
  ]);
  expect(groups[0]?.guesses.map(({ id }) => id)).not.toContain("lunch");
});

test("a teaching that the check of the content refuses changes nothing and says why", async () => {
  const here = await open();
  await here.ask(1, QUESTION);
  const cases = `cases: [{ expect: none, questions: ["${QUESTION}"] }]\n`;
  await writeFile(join(here.folder, "questions.yaml"), cases);
  const result = await teach(here, "lunch");
  expect(result).toEqual({
    kind: "refused",
    message: expect.stringMatching(/испортила бы другие ответы:\nquestions\.yaml:1/u),
  });
  expect(await here.text()).toBe(FAQ);
  expect((await listOf(here)).total).toBe(1);
});

test("an entry that is gone and a question without words are refused", async () => {
  const here = await open();
  await here.ask(1, QUESTION);
  await here.ask(2, "[телефон]");
  expect(await teach(here, "gone")).toMatchObject({ kind: "refused", message: /«gone»/u });
  expect(await teach(here, "lunch", idOf(2))).toMatchObject({
    kind: "refused",
    message: /не остаётся слов/u,
  });
});

test("where the file may not be written the lines are to be pasted, and what was pasted leaves the list", async () => {
  const here = await open();
  await here.ask(1, QUESTION);
  const result = await readOnly(here, () => teach(here, "book"));
  expect(result).toMatchObject({
    kind: "read-only",
    paste: { afterLine: 9, replacedLines: 0, lines: [`      - ${QUESTION}`] },
  });
  expect((await listOf(here)).total).toBe(1);
  const other = await here.ask(2, "будет ли дождь", { outcome: "topic", itemId: "weather" });
  // Lines of two places cannot be pasted as one.
  expect(await readOnly(here, () => teach(here, "book", other, "journal"))).toMatchObject({
    kind: "refused",
    message: /уже есть у «weather»/u,
  });
  const lesson = { pool: "unanswered", questionId: idOf(1), ownerId: "book" };
  const pasted = await here.post("unanswered/pasted", lesson);
  expect(pasted.body).toMatchObject({ message: /убран из списка/u });
  expect((await listOf(here)).total).toBe(0);
});

test("of 10,000 questions a hundred groups are listed, and what is known of one is not made twice", async () => {
  const here = await open();
  const texts = Array.from({ length: 10_000 }, (_, at) => WORDS[at % WORDS.length] ?? "");
  await here.askMany(texts);
  const list = await listOf(here);
  expect(list.groups).toHaveLength(100);
  expect(list.total).toBeGreaterThan(100);
  expect(await listOf(here)).toEqual(list);
  expect(explained).toBe(100);
});

/** Two hundred that are no misspellings of each other. */
const SYLLABLES = Array.from("бдкмрст", (letter) => Array.from("аиоу", (vowel) => letter + vowel));
const WORDS = SYLLABLES.flat().flatMap((first) =>
  SYLLABLES.flat()
    .slice(0, 8)
    .map((last) => `${first}${last}${last}${first}${last}`),
);

test("what is no request is refused", async () => {
  const here = await open();
  expect(await here.get("unanswered?pool=all")).toMatchObject({ status: 400 });
  const lesson = { pool: "unanswered", questionId: idOf(1) };
  expect(await here.post("unanswered/teach", lesson)).toMatchObject({ status: 400 });
});
