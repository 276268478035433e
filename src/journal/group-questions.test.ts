import { expect, test } from "vitest";
import { SMALL_FAQ } from "../../test/support/dialog/small-faq.ts";
import { groupInSteps, groupQuestions, guessEntries, type Groupable } from "./group-questions.ts";
import { question } from "../../test/support/journal/records.ts";
import { createRandom } from "../../test/chaos/random.ts";
import { createMatcher } from "../search/matcher.ts";

/** Asked a minute apart, each by somebody else. */
function asked(...texts: readonly string[]): readonly Groupable[] {
  return texts.map((text, n) => question(`q${n}`, { at: n * 60_000, text, person: `p${n}` }));
}

const grouped = (...texts: readonly string[]) => groupQuestions(asked(...texts), SMALL_FAQ);

test.each([
  ["во сколько открывается бассейн", "Бассейн во сколько открывается???", "order and punctuation"],
  ["когда экскурсия в музей", "здравствуйте, подскажите пожалуйста когда экскурсия в музей", "manners"],
  ["где поменять книгу", "где поменять книги", "word forms"],
  ["где поменять книгу", "ult gjvtyznm rybue", "the keyboard layout"],
  ["где поменять книгу", "gde pomenyat knigu", "transliteration"],
  ["где поменять книгу", "где поминять кнегу", "slips"],
  ["когда экскурсия в музей", "экскурсия в музей когда будет", "one word more"],
])("%j and %j are one group: %s", (a, b) => {
  expect(grouped(a, b, a)).toMatchObject([{ ids: ["q0", "q1", "q2"], text: a }]);
});

test.each([
  ["когда экскурсия в музей", "когда родительское собрание", "only a little word in common"],
  ["как удалить чат", "как создать чат", "what is to be done"],
  ["расписание 5 класса", "меню столовой на завтра", "nothing in common"],
])("%j and %j are two groups: %s", (a, b) => {
  expect(grouped(a, b)).toHaveLength(2);
});

test("a misspelled word is read as the one that others write, though the content lacks it", () => {
  expect(grouped("где бассейн", "бассейн где", "где басейн")).toHaveLength(1);
});

test("the most frequent come first, then those that were asked last", () => {
  const groups = grouped("бассейн", "экскурсия", "форма", "форма", "🙂", "?");
  expect(groups.map(({ text }) => text)).toEqual(["🙂", "форма", "экскурсия", "бассейн"]);
  expect(groups[0]?.ids).toEqual(["q4", "q5"]);
});

test("a group tells who, when and how else", () => {
  const [first, second, third] = asked("форма одежды", "Форма одежды?", "форма одежды");
  const questions = [first, second, third].flatMap((one) => one ?? []);
  const sameMan = questions.map((question) => ({ ...question, person: "p0" }));
  expect(groupQuestions(sameMan, SMALL_FAQ)).toEqual([
    {
      text: "форма одежды",
      ids: ["q0", "q1", "q2"],
      otherTexts: ["Форма одежды?"],
      people: 1,
      lastAt: 120_000,
      why: new Map([["unknown", 3]]),
      inVain: [],
    },
  ]);
});

test("what costs most people comes first, with why it is there and what they got in vain", () => {
  const one = { text: "форма одежды", person: "one" };
  const again = { outcome: "answer", itemId: "sport", setback: "asked-again" } as const;
  const groups = groupQuestions(
    [
      ...["1", "2", "3"].map((id) => question(id, one)),
      question("4", { text: "где бассейн", person: "a", outcome: "suggest" }),
      question("5", { text: "бассейн где", person: "b", ...again }),
    ],
    SMALL_FAQ,
  );
  expect(groups).toMatchObject([
    { people: 2, inVain: ["sport"] },
    { people: 1, inVain: [] },
  ]);
  expect(groups.map(({ why }) => [...why])).toEqual([
    [
      ["left-open", 1],
      ["asked-again", 1],
    ],
    [["unknown", 3]],
  ]);
});

test("the groups are the same whatever order the questions come in", () => {
  const questions = asked("бассейн когда", "когда бассейн", "форма", "форма одежды", "одежда", "чат");
  expect(groupQuestions(questions.toReversed(), SMALL_FAQ)).toEqual(groupQuestions(questions, SMALL_FAQ));
});

test("no questions, no groups", () => {
  expect(groupQuestions([], SMALL_FAQ)).toEqual([]);
});

test("ten thousand different questions are grouped within the time of a test", () => {
  const words = "бассейн форма музей экскурсия собрание оценка урок класс учитель автобус".split(" ");
  const word = (n: number) => `${words[n % 10]}${n % 7 === 0 ? n % 97 : ""}`;
  const questions = Array.from({ length: 10_000 }, (_, n) =>
    question(`q${n}`, {
      at: n,
      text: `${word(n)} ${word(Math.floor(n / 10))} ${word(Math.floor(n / 100))} ${n % 1000}`,
    }),
  );
  const groups = groupQuestions(questions, SMALL_FAQ);
  expect(groups.flatMap(({ ids }) => ids)).toHaveLength(10_000);
});

test("the entries nearest to a group are offered, best first", () => {
  const matcher = createMatcher(SMALL_FAQ);
  const guesses = guessEntries({ text: "потеряли книгу" }, (text) => matcher.decide(text), 2);
  expect(guesses.map(({ item }) => item.id)[0]).toBe("lost-book");
  expect(guesses).toHaveLength(2);
});

/** Long messages of words that nobody knows. */
function flood(count: number): readonly Groupable[] {
  const random = createRandom(5);
  const letters = "абвгдежзиклмнопрстуфхцчшщыэюя";
  const word = () => Array.from({ length: 8 }, () => letters[random.between(0, 28)]).join("");
  return asked(...Array.from({ length: count }, () => Array.from({ length: 450 }, word).join(" ")));
}

test("a flood is grouped in steps, as many for each question however many there are", () => {
  const stepsOf = (count: number) => [...groupInSteps(flood(count), SMALL_FAQ)].length;
  const [none, few, many] = [stepsOf(0), stepsOf(50), stepsOf(200)];
  expect(few - none).toBeGreaterThan(5 * 50);
  expect(many - none).toBeLessThan(4.5 * (few - none));
});

test("beside a flood, what people ask is mended and grouped as ever", () => {
  const right = "где поменять книгу";
  const people = asked(right, right, "где поминять кнегу", "ult gjvtyznm rybue");
  const groups = groupQuestions([...flood(200), ...people], SMALL_FAQ);
  expect(groups[0]).toMatchObject({ text: right, people: 4 });
});

test("two stories are compared by their beginnings, whatever follows", () => {
  const story = "где поменять книгу по математике на книгу для шестого класса ".repeat(5);
  expect(grouped(`${story}и ещё`, story + "жвачка ".repeat(400))).toHaveLength(1);
});
