import { describe, expect, it } from "vitest";
import { lintSheet } from "./lint.ts";
import { parseFaq } from "./parse.ts";
import { broken, GOOD_FAQ, SMALL_FAQ } from "../../test/support/faq/small-faq.ts";
import { wordProblem } from "./problems/word-problem.ts";

function lint(text: string, today = "2025-11-25") {
  const { sheet } = parseFaq(text);
  if (sheet === undefined) throw new Error("The file has no structure");
  return lintSheet(sheet, today);
}

function found(text: string, today?: string): readonly string[] {
  return lint(text, today).map(({ code, severity, place }) => {
    expect(severity).toBe("warning");
    return `${code} ${place?.line}:${place?.column}`;
  });
}

function inAnswer(answer: string): string {
  return GOOD_FAQ.replace("Это к справке MAX", () => answer);
}

const ANSWER_LINE = GOOD_FAQ.split("\n").findIndex((line) => line.includes("Это к справке MAX")) + 1;

it("finds nothing in a good file", () => {
  expect(found(GOOD_FAQ)).toEqual([]);
});

describe("phrases", () => {
  it.each([
    ["four are too few", SMALL_FAQ, ["few-phrases 12:5", "few-phrases 26:5", "few-phrases 30:5"]],
    ["a phrase of function words", GOOD_FAQ.replace("что с чатом", "а как же"), ["filler-phrase 14:9"]],
    ["a phrase of courtesies", GOOD_FAQ.replace("что с чатом", "Подскажите!"), ["filler-phrase 14:9"]],
    ["a phrase of what nobody sees", GOOD_FAQ.replace("- что с чатом", '- "\\ufe0f"'), ["unseen-phrase 14:9"]],
    ["of small talk too", GOOD_FAQ.replace("👍", '"\\u200b 🏽"'), ["unseen-phrase 47:24"]],
    ["signs are seen", GOOD_FAQ.replace("- что с чатом", '- "👍"'), []],
    ["courtesies are what small talk is of", GOOD_FAQ.replace("[спасибо, 👍]", "[спасибо, ну да]"), []],
  ])("%s", (_why, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe("names and alphabets in what parents read", () => {
  it.each([
    ["MAX и Сферум, Сферума, Сферуму, Сферумом, Сферуме", [], "right, with endings"],
    ["В Max", ["misspelled-name"], "not all capitals"],
    ["В МАХ", ["misspelled-name"], "Cyrillic capitals that look the same"],
    ["В Максе", ["misspelled-name"], "in Russian letters with an ending"],
    ["В MAXе", ["misspelled-name"], "an ending without a hyphen"],
    ["В MAKS", ["misspelled-name"], "transliterated"],
    ["В Макс. Потом", ["misspelled-name"], "at the end of a sentence"],
    ["В классе макс. 30 человек", [], "short for a maximum"],
    ["одним махом, на маху", [], "a Russian word"],
    ["максимум, махать, maximum", [], "longer words"],
    ["В сферуме", ["misspelled-name"], "in lower case"],
    ["В Cферум", ["misspelled-name"], "a Latin C"],
    ["В Sferum", ["misspelled-name"], "in Latin letters"],
    ["В Сфэрум, Сферрум", ["misspelled-name", "misspelled-name"], "misspelt"],
    ["Сфера услуг", [], "another word"],
    ["См. max.ru, https://web.max.ru и @max_bot, max_bot, help@sferum.ru", [], "addresses"],
    ["[справка](https://help.max.ru/sferum)", [], "the address of a link"],
    ["Маx в чaте", ["misspelled-name", "mixed-scripts"], "Latin letters inside"],
    ["QR-код, IT-отдел, 7Б, СМС", [], "two alphabets beside each other"],
    ["max, max и max", ["misspelled-name"], "once a text"],
  ])("%s: %j (%s)", (answer, expected) => {
    expect(lint(inAnswer(`"${answer}"`)).map(({ code }) => code)).toEqual(expected);
  });

  it("are shown where they stand, in questions, buttons and answers but not in phrases", () => {
    expect(found(GOOD_FAQ.replace("Какие чаты не переносятся?", "Что не попадёт в Макс?"))).toEqual([
      "misspelled-name 10:32",
    ]);
    expect(found(GOOD_FAQ.replace("Какие чаты останутся", "Чаты Cферума"))).toEqual(["misspelled-name 11:18"]);
    expect(found(GOOD_FAQ.replace("что с чатом", "что с чатом в maкс"))).toEqual([]);
    expect(found(inAnswer("MAX и максы, Макс и Макс"))).toEqual([`misspelled-name ${ANSWER_LINE}:26`]);
  });
});

describe("addresses", () => {
  it.each([
    ["https://help.max.ru", [], "encrypted"],
    ["http://help.max.ru", ["insecure-address"], "bare"],
    ["[справка](http://help.max.ru)", ["insecure-address"], "in a link"],
    ["www.max.ru", ["unreadable-address"], "no scheme"],
    ["https//max.ru и htps://max.ru", ["unreadable-address", "unreadable-address"], "mistyped"],
    ["https:/max.ru", ["unreadable-address"], "one slash"],
    ["[www.max.ru](https://max.ru)", [], "the text of a link"],
    ["https://www.max.ru", [], "inside an address"],
    ["сайт max.ru", [], "a name, not an address"],
    ["протокол HTTP/2 и TCP/IP", [], "slashes elsewhere"],
  ])("%s: %j (%s)", (answer, expected) => {
    expect(lint(inAnswer(`"${answer}"`)).map(({ code }) => code)).toEqual(expected);
  });

  it("end before the punctuation of the sentence", () => {
    const [found] = lint(inAnswer("См. www.max.ru."));
    expect(found?.params).toEqual({ written: "www.max.ru" });
  });

  it("of sources too", () => {
    expect(found(GOOD_FAQ.replace("url: https:", "url: http:"))).toEqual(["insecure-address 23:36"]);
  });
});

describe("length on a phone", () => {
  it.each([
    ["one line of 45 lines", "я".repeat(36 * 45), []],
    ["one letter more", "я".repeat(36 * 45 + 1), [`long-for-a-phone ${ANSWER_LINE}:13`]],
  ])("%s", (_why, answer, expected) => {
    expect(found(inAnswer(answer))).toEqual(expected);
  });

  it("counts what the reader sees, not the address of a link", () => {
    const link = `[справка](https://help.max.ru/${"a".repeat(2000)})`;
    expect(found(inAnswer(`"${link}"`))).toEqual([]);
  });
});

describe("the date of the last check", () => {
  it.each([
    ["2025-09-15", [], "just now"],
    ["2026-09-15", [], "a year ago to the day"],
    ["2026-09-16", ["checked-long-ago 24:14"], "a year and a day"],
    ["2025-09-14", [], "tomorrow: today already further east"],
    ["2025-09-13", ["checked-in-future 24:14"], "the day after tomorrow"],
  ])("on %s: %j (%s)", (today, expected) => {
    expect(found(GOOD_FAQ, today)).toEqual(expected);
  });

  it("on a leap day becomes old on the first of March", () => {
    const leap = GOOD_FAQ.replace("2025-09-15", "2024-02-29");
    expect(found(leap, "2025-02-28")).toEqual([]);
    expect(found(leap, "2025-03-01")).toEqual(["checked-long-ago 24:14"]);
  });
});

it("looks at what is there when the file has errors", () => {
  expect(found(broken("threshold: 0.6", "threshold: 6"))).toHaveLength(3);
});

it("says what is wrong and what to do", () => {
  const [problem] = lint(inAnswer("Cферум"));
  expect(problem && wordProblem(problem)).toBe(
    "«Cферум» прочтут родители, а название пишется иначе. Напишите «Сферум»: русскими буквами, с одной заглавной",
  );
});
