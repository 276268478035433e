import { describe, expect, it } from "vitest";
import type { CompareResult } from "../../../console/try/try-api.ts";
import type { TitledReply } from "../../../console/content/content-api.ts";
import {
  compareRows,
  onlyChanged,
  replyInWords,
  weightInWords,
  rowsCsv,
  rowsText,
} from "./compare-rows.ts";

const lunch: TitledReply = { outcome: "answer", ids: ["lunch"], titles: ["Что на обед?"] };
const none: TitledReply = { outcome: "none", ids: [], titles: [] };
const result: Extract<CompareResult, { kind: "compared" }> = {
  kind: "compared",
  questions: 3,
  changes: [{ weight: "new-answer", before: none, after: lunch, questions: ["чем кормят"] }],
  replies: [
    { question: "меню", before: lunch, after: lunch },
    { question: "чем кормят", before: none, after: lunch },
  ],
};

describe("the comparison of answers", () => {
  it("keeps the order of the list and marks what changes", () => {
    const rows = compareRows(result);
    expect(rows.map(({ question, weight }) => [question, weightInWords(weight)])).toEqual([
      ["меню", "без изменений"],
      ["чем кормят", "Начнёт отвечать"],
    ]);
    expect(onlyChanged(rows).map(({ question }) => question)).toEqual(["чем кормят"]);
  });

  it("lists only changes of what was asked lately", () => {
    expect(compareRows({ ...result, replies: [] })).toEqual([
      { question: "чем кормят", weight: "new-answer", before: none, after: lunch },
    ]);
  });

  it.each([
    [lunch, "«Что на обед?»"],
    [{ ...lunch, outcome: "suggest" }, "Предложит на выбор, первым «Что на обед?»"],
    [{ ...lunch, outcome: "topic" }, "Подскажет, куда обратиться: «Что на обед?»"],
    [{ ...lunch, outcome: "smalltalk" }, "Поддержит разговор: «Что на обед?»"],
    [none, "Не знает ответа"],
  ] as const)("says what %j means", (reply, said) => {
    expect(replyInWords(reply)).toBe(said);
  });

  it("is a table that a spreadsheet opens and takes no formula from", () => {
    const rows = [{ question: '=HYPERLINK("a")', weight: undefined, before: none, after: none }];
    expect(rowsCsv(rows, true)).toBe(
      '\uFEFF"Вопрос";"Что изменится";"Сейчас";"С черновиком"\r\n' +
        '"\'=HYPERLINK(""a"")";"без изменений";"Не знает ответа";"Не знает ответа"\r\n',
    );
    expect(rowsCsv(rows, false)).toContain('"Вопрос";"Ответ"\r\n');
  });

  it("is a text to be read", () => {
    expect(rowsText(compareRows(result), true)).toBe(
      "меню\n  без изменений: «Что на обед?»\n\n" +
        "чем кормят\n  Начнёт отвечать\n  Сейчас: Не знает ответа\n  С черновиком: «Что на обед?»\n",
    );
    expect(rowsText(compareRows(result), false)).toContain("чем кормят\n  Не знает ответа\n");
  });
});
