import { describe, expect, it } from "vitest";
import { wordProblem } from "../faq/problems/word-problem.ts";
import { checkContent } from "./check-content.ts";

const CHATS = [
  "какие чаты переедут в новое приложение",
  "что будет с чатом класса после переезда",
  "чат родителей переедет вместе с классом",
  "пропадут ли сообщения из чата класса",
  "когда перенесут чат нашего класса",
  "старый чат класса останется у нас",
];
const ROLE = [
  "как поменять роль ученика",
  "как поменять роль сотрудника",
  "где поменять роль",
  "поменять роль родителя",
  "кто меняет роли в организации",
  "поменяйте мне роль",
];
const FOOD = [
  "сколько стоит обед",
  "чем кормят в столовой",
  "сколько стоит обед в столовой",
  "сколько стоит комплексный обед",
  "меню столовой на неделю",
];
const THANKS = ["спасибо", "благодарю"];

function content(entries: Readonly<Record<string, readonly string[]>>, food = FOOD, thanks = THANKS) {
  const list = (phrases: readonly string[]) => JSON.stringify(phrases.slice(1));
  const lines = Object.entries(entries).map(
    ([id, phrases]) =>
      `  - { id: ${id}, category: all, question: "${phrases[0]}", answer: Да, phrases: ${list(phrases)} }`,
  );
  return `organization: { name: Школа, contact: Позвоните }
categories: [{ id: all, title: Всё }]
entries:
${lines.join("\n")}
topics:
  - { id: food, phrases: ${JSON.stringify(food)}, answer: Спросите в школе }
smalltalk:
  - { id: thanks, phrases: ${JSON.stringify(thanks)}, answer: Пожалуйста }
`;
}

function found(text: string) {
  const { kind, problems } = checkContent({
    text,
    questionsText: undefined,
    advice: { today: "2025-11-25" },
  });
  expect(kind).toBe("fit");
  return problems;
}

const codes = (text: string) => found(text).map(({ code, place }) => `${code} ${place?.line}`);

it("finds nothing where every phrase is with its like", () => {
  expect(codes(content({ chats: CHATS, role: ROLE }))).toEqual([]);
});

describe("a phrase nearer to another item", () => {
  it.each([
    ["of an entry", { chats: [...CHATS, "как поменять роль"], role: ROLE }, FOOD, 4],
    ["of a topic", { chats: [...CHATS, "сколько же стоит обед"], role: ROLE }, FOOD, 4],
    ["from a topic", { chats: CHATS, role: ROLE }, [...FOOD, "где поменять роль сотрудника"], 7],
  ])("%s is a stray", (_why, entries, food, line) => {
    expect(codes(content(entries, food))).toEqual([`stray-phrase ${line}`]);
  });

  it("is named with where it belongs", () => {
    const [stray] = found(content({ chats: [...CHATS, "сколько же стоит обед"], role: ROLE }));
    expect(stray && wordProblem(stray)).toBe(
      "фраза «сколько же стоит обед» ближе к «food», чем к остальным фразам своей записи; самая похожая — «сколько стоит обед» (строка 7). Перенесите её туда, перефразируйте или удалите",
    );
  });

  it("is nothing in small talk", () => {
    const text = content({ chats: CHATS, role: ROLE }, FOOD, [...THANKS, "спасибо, сколько стоит обед"]);
    expect(codes(text)).toEqual([]);
  });

  it("is told of once, by the later of the two, when both are the same to the matcher", () => {
    const text = content({ chats: [...CHATS, "Скажите, сколько стоит обед"], role: ROLE });
    const [same, ...others] = found(text);
    expect(others).toEqual([]);
    expect(same && wordProblem(same)).toBe(
      "для бота «сколько стоит обед» — почти то же, что «Скажите, сколько стоит обед» у «chats» (строка 4). Оставьте одну из двух или допишите, чем эти вопросы отличаются",
    );
  });
});

describe("two items that cannot be told apart", () => {
  const twin = CHATS.map((phrase) => `подскажите ${phrase.split(" ").toReversed().join(" ")}`);

  it("are one finding, with the phrases that collide", () => {
    const problems = found(content({ chats: CHATS, role: ROLE, again: twin }));
    expect(problems).toMatchObject([
      {
        code: "twin-items",
        place: { line: 6 },
        params: { id: "again", twin: "chats", twinLine: 4 },
      },
    ]);
    expect(problems.map((problem) => wordProblem(problem)).join()).toMatch(
      /^бот почти не отличает «again» от «chats» \(строка 4\): «[^»]+» и «[^»]+», «[^»]+» и «[^»]+», «[^»]+» и «[^»]+»\. Объедините/u,
    );
  });

  it("may be an entry and a topic", () => {
    expect(codes(content({ chats: CHATS, role: ROLE }, twin))).toEqual(["twin-items 7"]);
  });
});

it("takes phrases without a word for what they are", () => {
  expect(codes(content({ chats: CHATS, role: [...ROLE, "👍"] }))).toEqual([]);
});
