import { expect, test } from "vitest";
import { figuresOf, type Tallies } from "../../journal/figures.ts";
import { spanOf, type Period } from "../../journal/moscow-time.ts";
import { HOW_SOLVED } from "../../journal/wording.ts";
import { NOW, question, talliesOf, vote } from "../../../test/support/journal/records.ts";
import { statsMessage, statsPeriodOf, unknownPeriodMessage } from "./stats-message.ts";
import { showMessage } from "../../../test/support/dialog/show.ts";
import { SMALL_FAQ } from "../../../test/support/dialog/small-faq.ts";

const WEEK: Period = { kind: "days", count: 7 };

function shown(tallies: Tallies, period = WEEK): string {
  const figures = figuresOf(tallies, spanOf(period, NOW));
  return showMessage(statsMessage(figures, period, SMALL_FAQ)).replaceAll("\u00a0", " ");
}

test("the figures of a week fit a phone, with the busiest first", () => {
  const offered = { outcome: "suggest", confidence: 0.3 } as const;
  const questions = [
    ...Array.from({ length: 8 }, (_, n) =>
      question(`a${n}`, {
        outcome: "answer",
        itemId: "pay-lunch",
        person: `p${n}`,
        confidence: 0.95,
        setback: n === 0 ? "asked-again" : undefined,
      }),
    ),
    question("s1", { ...offered, chosenEntryId: "lost-book", place: "group" }),
    question("s2", offered),
    question("t", { outcome: "topic", itemId: "weather", confidence: 0.4 }),
    question("c", { outcome: "smalltalk", itemId: "thanks" }),
    question("n", { outcome: "none", at: NOW - 86_400_000 }),
  ];
  const votes = [
    vote("pay-lunch"),
    vote("pay-lunch", { value: "down", reason: "unclear" }),
    vote("gone", { value: "down" }),
  ];
  expect(shown(talliesOf(questions, votes))).toBe(`19–25 ноября 2026
13 вопросов, 9 человек*
В личных чатах 12, в чатах классов 1

Решено: 8 из 12 (67 %)
Спросили снова: 1

✅ Ответил: 8 (67 %, уверенность 95 %)
↪️ Направил: 1 (8 %, уверенность 40 %)
🔀 Переспросил: 2 (17 %, уверенность 30 %), из них помогли 1
❓ Не знал ответа: 1 (8 %)
💬 Разговор: 1

Чаще всего нужен ответ
8 — Как оплатить обеды?
1 — Что делать, если книга потеряна?

Спрашивают о другом
1 — какая завтра погода

👍 1   👎 2

Ответы, которые не помогли
👎 1 — Как оплатить обеды? (непонятно 1)
👎 1 — удалённый вопрос «gone»

Больше всего вопросов с 18 до 19 ч

* Кто писал в разные дни, посчитан за каждый день.

${HOW_SOLVED}
[Сегодня] [• 7 дней]
[30 дней] [Всё время]
[Вопросы без ответа]`);
});

test("one day needs no note on people", () => {
  expect(shown(talliesOf([question("1")]), { kind: "days", count: 1 })).toBe(`25 ноября 2026
1 вопрос, 1 человек

Решено: 0 из 1 (0 %)

❓ Не знал ответа: 1 (100 %)

${HOW_SOLVED}
[• Сегодня] [7 дней]
[30 дней] [Всё время]
[Вопросы без ответа]`);
});

test("a time without questions says so, and its votes", () => {
  expect(shown(talliesOf([], [vote("pay-lunch")]))).toBe(`19–25 ноября 2026
Вопросов не было.

👍 1   👎 0
[Сегодня] [• 7 дней]
[30 дней] [Всё время]`);
});

test("long titles of a full content still fit a message", () => {
  const long = "Очень длинный вопрос ".repeat(12);
  const entries = SMALL_FAQ.entries.flatMap((entry) =>
    Array.from({ length: 5 }, (_, n) => ({ ...entry, id: `${entry.id}${n}`, question: long })),
  );
  const faq = { ...SMALL_FAQ, entries };
  const tallies = talliesOf(
    entries.map(({ id }) => question(id, { outcome: "answer", itemId: id })),
    entries.map(({ id }) => vote(id, { value: "down" })),
  );
  const text = showMessage(statsMessage(figuresOf(tallies, spanOf(WEEK, NOW)), WEEK, faq));
  expect(text.length).toBeLessThan(1500);
});

test.each([
  ["", 7],
  ["day", 1],
  [" Сегодня ", 1],
  ["неделю", 7],
  ["МЕСЯЦ", 30],
  ["14", 14],
  ["14 дней", 14],
  ["всё", "all"],
  ["all", "all"],
  ["0", undefined],
  ["99999", undefined],
  ["-3", undefined],
  ["constructor", undefined],
  ["вчера", undefined],
])("/stats %j means %j", (argument, expected) => {
  const period = statsPeriodOf(argument);
  expect(period?.kind === "days" ? period.count : period?.kind).toBe(expected);
});

test("a period that is not understood is asked for again", () => {
  expect(showMessage(unknownPeriodMessage())).toContain("/stats месяц");
});
