// GET questions.csv: all questions behind a figure as a table, read and sent piece by piece.
import { moscowMinute } from "../../journal/moscow-time.ts";
import { tableCsv, type Cell } from "../../journal/table-csv.ts";
import { OUTCOME_LABELS, percentOf } from "../../journal/wording.ts";
import type { JournalRow } from "./figures-api.ts";

const COLUMNS: Readonly<Record<string, (row: JournalRow) => Cell>> = {
  "Когда, по Москве": ({ at }) => moscowMinute(at),
  Вопрос: ({ text }) => text,
  "Что получилось": ({ outcome }) => OUTCOME_LABELS[outcome],
  Ответ: ({ item }) => item?.title,
  "Выбрал вариант": ({ chosen }) => chosen?.title,
  "Уверенность, %": ({ confidence }) => confidence && percentOf(confidence, 1),
  Где: ({ place }) => (place === "group" ? "чат класса" : "личный чат"),
  Оценка: ({ vote }) => vote && "не помог",
  "Что с ним сделали": ({ handled }) => handled,
};

/** Half a million questions take no more memory than a page of them. */
export async function* questionsCsv(slices: AsyncIterable<readonly JournalRow[]>): AsyncGenerator<string> {
  yield tableCsv([Object.keys(COLUMNS)], { isWhole: true });
  const cells = Object.values(COLUMNS);
  for await (const rows of slices)
    yield tableCsv(
      rows.map((row) => cells.map((cellOf) => cellOf(row))),
      { isWhole: false },
    );
}
