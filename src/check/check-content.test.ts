import { describe, expect, it } from "vitest";
import { GOOD_FAQ } from "../../test/support/faq/small-faq.ts";
import { wordProblem } from "../faq/problems/word-problem.ts";
import type { Decision, Scored } from "../search/decide.ts";
import { buildMatcher, createMatcher, type BuildMatcher } from "../search/matcher.ts";
import { atOnce } from "../search/steps.ts";
import { checkContent } from "./check-content.ts";

const ADVICE = { today: "2025-11-25" };
const check = (text: string, questionsText?: string, build?: BuildMatcher) =>
  checkContent({ text, questionsText, advice: ADVICE }, build);

function cases(expected: string, question: string): string {
  return `cases: [{ expect: ${expected}, questions: ["${question}"] }]`;
}

it("hands the matcher of a fit content over, built once and only when it is needed", () => {
  let built = 0;
  const checked = checkContent({ text: GOOD_FAQ, questionsText: undefined, advice: ADVICE }, (faq) => {
    built += 1;
    return buildMatcher(faq);
  });
  expect(checked).toMatchObject({ kind: "fit", problems: [], questionProblems: [] });
  expect(built).toBe(0);
  if (checked.kind === "unfit") throw new Error("The content is fit");
  expect(atOnce(checked.matcher())).toBe(atOnce(checked.matcher()));
  expect(built).toBe(1);
});

it("reports errors and advice together, in the order of the file", () => {
  const text = GOOD_FAQ.replace("threshold: 0.6", "threshold: 6").replace("2025-09-15", "2024-09-15");
  const checked = check(text);
  expect(checked.kind).toBe("unfit");
  expect(checked.problems.map(({ code }) => code)).toEqual(["checked-long-ago", "out-of-range"]);
});

it("leaves advice out where it is not wanted", () => {
  const text = GOOD_FAQ.replace("2025-09-15", "2024-09-15").replace("[role]", "[role, role]");
  const checked = checkContent({ text, questionsText: undefined, advice: undefined });
  expect(checked.problems.map(({ code }) => code)).toEqual(["repeated-related"]);
});

it("checks the questions' own file even where the FAQ is broken", () => {
  const { questionProblems } = check("", "cases: []");
  expect(questionProblems.map(({ code }) => code)).toEqual(["empty-list"]);
});

it("reads the turns of a conversation one after the other: answered or offered is right", () => {
  const talk = (expected: string) => `
cases: [{ expect: role, questions: [как мне поменять роль] }]
conversations:
  - - { question: как мне поменять роль, expect: role }
    - { question: подробнее, expect: ${expected} }
`;
  expect(check(GOOD_FAQ, talk("role")).questionProblems).toEqual([]);
  expect(check(GOOD_FAQ, talk("chats")).questionProblems).toMatchObject([{ code: "failed-case", place: { line: 5 } }]);
});

describe("regression cases", () => {
  const question = "как мне поменять роль";

  it.each([
    ["the entry is answered", "role", question, true],
    ["one of several is answered", "[chats, role]", question, true],
    ["another entry is answered", "chats", question, false],
    ["none is expected of an answer", "none", question, false],
    ["none is expected of an unknown question", "none", "ыъ щщщ", true],
    ["none is expected of a topic", "none", "не приходит код", true],
    ["the topic is expected", "code", "не приходит код", true],
    ["an entry is expected of a topic", "role", "не приходит код", false],
    ["an entry or none is expected", "[role, none]", "спасибо", true],
    ["the small talk is expected", "thanks", "спасибо", true],
  ])("%s: expect %s of «%s» holds: %j", (_why, expected, asked, isRight) => {
    const checked = check(GOOD_FAQ, cases(expected, asked));
    expect(checked.questionProblems.map(({ code }) => code)).toEqual(isRight ? [] : ["failed-case"]);
    expect(checked.kind).toBe(isRight ? "fit" : "unfit");
  });

  it("of an unknown id fail as a mistake of the file too", () => {
    const { questionProblems } = check(GOOD_FAQ, cases("roles", question));
    expect(questionProblems.map(({ code }) => code)).toContain("unknown-expected");
  });
});

describe("a failed case says what was expected, what the bot says, why, and what to do", () => {
  const scored = (kind: Scored["item"]["kind"], id: string, confidence: number): Scored => ({
    item: { kind, id, title: id, phrases: [], support: [], threshold: undefined },
    confidence,
  });
  const answer = [scored("entry", "chats", 0.813)];
  const offers = [scored("entry", "chats", 0.4), scored("entry", "role", 0.2)];

  function worded(expected: string, reply: Pick<Decision, "outcome" | "answers" | "suggestions">) {
    const real = createMatcher(goodFaq());
    const decide = (): Decision => ({ ...reply, nearest: [] });
    const build: BuildMatcher = function* () {
      yield;
      return { ...real, decide };
    };
    const [failed] = check(GOOD_FAQ, cases(expected, "что с чатом"), build).questionProblems;
    return failed && wordProblem(failed);
  }

  function goodFaq() {
    const checked = check(GOOD_FAQ);
    if (checked.kind === "unfit") throw new Error("The content is fit");
    return checked.faq;
  }

  it.each([
    [
      "role",
      { outcome: "answer", answers: answer, suggestions: [] },
      "ожидается «role», а бот ответит «chats» (уверенность 81 %, ближайшая фраза «что с чатом»). Добавьте в «role» ещё фраз, похожих на этот вопрос, или уберите ближайшую фразу из «chats»; если новый ответ верный, исправьте expect",
    ],
    [
      "[role, none]",
      { outcome: "answer", answers: answer, suggestions: [] },
      "ожидается «role» или ничего, а бот ответит",
    ],
    [
      "none",
      { outcome: "answer", answers: answer, suggestions: [] },
      "бот не должен отвечать сразу, а бот ответит «chats» (уверенность 81 %, ближайшая фраза «что с чатом»). Добавьте похожие фразы в подходящую тему (topics) или уберите ближайшую фразу из «chats»",
    ],
    [
      "role",
      { outcome: "suggest", answers: [], suggestions: offers },
      "ожидается «role», а бот только предложит на выбор «chats», «role» (уверенность 40 %, ближайшая фраза «что с чатом»). Добавьте в «role» ещё фраз, похожих на этот вопрос",
    ],
    [
      "[role, chats]",
      { outcome: "none", answers: [], suggestions: [] },
      "ожидается «role» или «chats», а бот скажет, что не знает. Добавьте в «role» ещё фраз",
    ],
    [
      "role",
      { outcome: "topic", answers: [scored("topic", "code", 0.9)], suggestions: [] },
      "а бот ответит темой «code» (уверенность 90 %",
    ],
    [
      "role",
      { outcome: "smalltalk", answers: [scored("smalltalk", "thanks", 0.9)], suggestions: [] },
      "а бот поддержит разговор «thanks» (уверенность 90 %",
    ],
  ] as const)("expected %s: %j", (expected, reply, text) => {
    expect(worded(expected, reply)).toContain(text);
  });
});
