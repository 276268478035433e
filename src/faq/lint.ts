// What could be better about a file that works: warnings that need nothing but the file and today's date.
import { DAY_MS } from "../text/local-date.ts";
import { isFiller } from "../text/courtesy.ts";
import { foldPhrase } from "../text/normalise.ts";
import { checkLengthOnPhone } from "./checks/check-answers.ts";
import { checkParentTexts } from "./checks/check-parent-texts.ts";
import { warning, type Problem } from "./problems/problem.ts";
import type { Sheet } from "./sheet.ts";

/** `today` is an ISO date (2025-09-15). The sheet may have holes: what is there is looked at. */
export function lintSheet(sheet: Sheet, today: string): readonly Problem[] {
  return [
    ...checkPhrasings(sheet),
    ...checkParentTexts(sheet),
    ...checkLengthOnPhone(sheet),
    ...checkDates(sheet, today),
  ];
}

/** With five the right entry comes first for three questions in four, with one for three in five (docs/search.md). */
const MIN_PHRASES = 5;

/** Enough phrases to learn from, and each of them says something. Small talk may be as short as people are: "спасибо", "👍". */
function checkPhrasings(sheet: Sheet): readonly Problem[] {
  const { entries = [], topics = [], smalltalk = [] } = sheet.values;
  return Object.entries({ entries, topics, smalltalk }).flatMap(([list, items]) =>
    items.flatMap((item, at) => {
      const phrases = item?.phrases ?? [];
      const isShort = list === "smalltalk";
      const vain = phrases.flatMap((phrase, nth) => {
        const code = vanityOf(phrase ?? "", isShort);
        if (code === undefined || phrase === undefined) return [];
        return [warning(code, sheet.placeOf([list, at, "phrases", nth]), { phrase })];
      });
      if (isShort || phrases.length === 0 || phrases.length >= MIN_PHRASES) return vain;
      const params = { count: phrases.length, minCount: MIN_PHRASES };
      const place = sheet.placeOfKey([list, at], "phrases");
      return [warning("few-phrases", place, params), ...vain];
    }),
  );
}

/** Why a phrase is in vain: nothing is left for the bot to see, or nothing that tells questions apart. */
function vanityOf(phrase: string, isShort: boolean) {
  if (phrase.trim() === "") return undefined;
  if (foldPhrase(phrase) === "") return "unseen-phrase";
  return !isShort && HAS_WORD.test(phrase) && isFiller(phrase) ? "filler-phrase" : undefined;
}

const HAS_WORD = /[\p{L}\p{N}]/u;

/** The dates on which answers were checked. A day ahead may be the date already where the file was written. */
function checkDates(sheet: Sheet, today: string): readonly Problem[] {
  return (sheet.values.entries ?? []).flatMap((entry, at): readonly Problem[] => {
    const date = entry?.checked;
    if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/u.test(date)) return [];
    const place = sheet.placeOf(["entries", at, "checked"]);
    if (daysBetween(today, date) > 1) return [warning("checked-in-future", place, { date })];
    const [year = "", ...monthAndDay] = date.split("-");
    const aYearLater = [String(Number(year) + 1).padStart(4, "0"), ...monthAndDay].join("-");
    return aYearLater < today ? [warning("checked-long-ago", place, { date })] : [];
  });
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
