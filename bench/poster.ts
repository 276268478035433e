// How long a poster holds up those who ask meanwhile.
import { createDrawPoster } from "../src/poster/draw-poster.ts";
import { createPoster } from "../src/poster/poster.ts";
import { markdownTable } from "./markdown-table.ts";
import { watchPauses } from "./pauses.ts";
import type { Print } from "./print.ts";

const TEXT = {
  organization: "ГБОУ Школа № 1",
  url: "https://max.ru/id77_bot",
  questions: ["Почему именно MAX?", "Какие чаты не переносятся?", "Обязательно ли?"],
};

/** Milliseconds of the clock; the first poster of a process loads what draws it. */
export async function printPoster(print: Print): Promise<void> {
  const rows: string[][] = [];
  const ways = { "in a thread, as the bot": createDrawPoster(), "in this thread": createPoster };
  for (const [way, draw] of Object.entries(ways)) {
    for (const nth of ["first", "second"]) {
      const watched = watchPauses();
      await draw(TEXT);
      const { wholeMs, longestMs } = watched.end();
      rows.push([way, nth, wholeMs.toFixed(0), longestMs.toFixed(0)]);
    }
  }
  print.table(markdownTable(["drawn", "poster", "ms", "the longest pause for others, ms"], rows));
}
