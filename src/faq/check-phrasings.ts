// Phrases the matcher learns from: enough of them, and each of them says something.
import { isFiller } from "../text/filler.ts";
import { warning, type Problem } from "./problem.ts";
import type { Sheet } from "./sheet.ts";

/** With five the right entry comes first for three questions in four, with one for three in five (docs/search.md). */
const MIN_PHRASES = 5;

/** Small talk may be as short as people are: "спасибо", "👍". */
export function checkPhrasings(sheet: Sheet): readonly Problem[] {
  const lists = { entries: sheet.draft.entries ?? [], topics: sheet.draft.topics ?? [] };
  return Object.entries(lists).flatMap(([list, items]) =>
    items.flatMap((item, at) => {
      const phrases = item?.phrases;
      if (phrases === undefined) return [];
      const path = [list, at, "phrases"];
      const fillers = phrases.flatMap((phrase, nth) =>
        phrase === undefined || phrase.trim() === "" || !isFiller(phrase)
          ? []
          : [warning("filler-phrase", sheet.placeOf([...path, nth]), { phrase })],
      );
      if (phrases.length === 0 || phrases.length >= MIN_PHRASES) return fillers;
      const params = { count: phrases.length, minCount: MIN_PHRASES };
      const place = sheet.placeOfKey([list, at], "phrases");
      return [warning("few-phrases", place, params), ...fillers];
    }),
  );
}
