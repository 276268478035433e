import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { figuresOf, parseSample } from "../src/cli/evaluation.ts";
import { loadContent } from "../src/live/content.ts";
import { parseCases } from "../src/faq/parse-cases.ts";
import { checkContent } from "../src/check/check-content.ts";
import { normalise, wordsOf } from "../src/text/normalise.ts";

const ROOT = resolve(import.meta.dirname, "..");
const FAQ_TEXT = readFileSync(join(ROOT, "faq.yaml"), "utf8");
const QUESTIONS_TEXT = readFileSync(join(ROOT, "questions.yaml"), "utf8");
const { faq, matcher } = await loadContent(join(ROOT, "faq.yaml"));
const sampleOf = (name: string) => parseSample(readFileSync(join(ROOT, "bench/samples", name), "utf8"), name);

const IDS = [
  "admin-prepare",
  "partial-transfer",
  "chats-not-transferred",
  "duplicate-chats",
  "change-role",
  "no-chat-last-year",
  "no-smartphone",
  "why-max",
  "must-install",
  "refuse-install",
  "why-not-whatsapp-telegram",
  "data-safety",
  "child-without-max",
];

test("the 13 questions are there under their ids", () => {
  expect(faq.entries.map(({ id }) => id).toSorted()).toEqual(IDS.toSorted());
});

test.each<[string, readonly string[]]>([
  ["admin-prepare", ["Состав", "покиньте", "номер", "роль", "сотрудника или преподавателя"]],
  ["partial-transfer", ["сотрудник, преподаватель или администратор", "1 января 2025 года"]],
  ["chats-not-transferred", ["ЭЖД", "№ 250", "01.01.2025", "сервисными", "личные диалоги"]],
  ["duplicate-chats", ["Выйти из чата"]],
  ["change-role", ["Организации", "Показать всех участников организации", "Сохранить"]],
  ["no-chat-last-year", ["до начала перевода", "ВКМ", "подтверждённой учётной записью"]],
  ["no-smartphone", ["Android ниже 10", "десктопную версию", "веб-версией"]],
  ["why-max", ["№ 156-ФЗ", "24 июня 2025", "№ 1880-р", "12 июля 2025", "№ 41-ФЗ", "1 апреля 2025", "№ 2240-р"]],
  ["why-max", ["19 августа 2025", "1 сентября 2025", "VK Мессенджер", "{{organization}}"]],
  ["must-install", ["не являются принудительными", "исключительно", "онлайн-звонки"]],
  ["refuse-install", ["электронная почта", "СМС", "звонки учителю"]],
  ["why-not-whatsapp-telegram", ["информационной безопасности", "муниципальных"]],
  ["data-safety", ["шифрования", "контроля доступа"]],
  ["child-without-max", ["непосредственно детям в школе", "родительских чатах"]],
])("the answer of %s keeps the facts of its source: %j", (id, facts) => {
  const answer = faq.entries.find((entry) => entry.id === id)?.answer ?? "";
  const missing = facts
    .map((fact) => fact.replace("{{organization}}", faq.organization.name))
    .filter((fact) => !answer.includes(fact));
  expect(missing).toEqual([]);
});

test("every entry has at least forty phrasings", () => {
  expect(faq.entries.filter(({ phrases }) => phrases.length < 40)).toEqual([]);
});

test("the regression cases hold, and nothing is left to better but the school's name", () => {
  const checked = checkContent(
    { text: FAQ_TEXT, questionsText: QUESTIONS_TEXT, advice: { today: "2025-11-25" } },
    function* () {
      yield;
      return matcher;
    },
  );
  expect(checked).toMatchObject({ kind: "fit", questionProblems: [] });
  expect(checked.problems.map(({ code }) => code)).toEqual(["unnamed-organization"]);
});

/** Nothing for signs and emoji: they are nobody's wording, whoever sent them first. */
const folded = (text: string) => wordsOf(normalise(text)).join(" ");

test.each(["dev.tsv", "fresh.tsv"])("no phrase and no case is a row of the sample %s", (name) => {
  const rows = new Set(sampleOf(name).map(({ question }) => folded(question)));
  const phrases = [...faq.entries, ...faq.topics, ...faq.smalltalk].flatMap((item) => item.phrases);
  const cases = parseCases(QUESTIONS_TEXT, undefined).cases.map(({ question }) => question);
  expect(cases.length).toBeGreaterThan(30);
  const copied = [...phrases, ...cases].filter((phrase) => folded(phrase) !== "" && rows.has(folded(phrase)));
  expect(copied).toEqual([]);
});

test.each(["dev.tsv", "fresh.tsv"])("the answers to the sample %s are as good as ever", (name) => {
  const rows = sampleOf(name);
  const figures = figuresOf(rows.map((row) => ({ row, decision: matcher.decide(row.question) })));
  expect(figures.firstRight).toBeGreaterThanOrEqual(0.93);
  expect(figures.oneTap).toBeGreaterThanOrEqual(0.96);
  expect(figures.directRight).toBeGreaterThanOrEqual(0.83);
  expect(figures.wrongDirect).toBeLessThanOrEqual(0.04);
  expect(figures.falseAnswer).toBeLessThanOrEqual(0.04);
  expect(figures.smalltalkRight).toBeGreaterThanOrEqual(0.85);
});
