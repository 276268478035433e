// Answers that fit a phone, and the dates on which they were checked.
import { DAY_MS } from "../text/local-date.ts";
import { richTextOf } from "../markup/markdown.ts";
import { plainOf, type RichText } from "../markup/rich-text.ts";
import { composeAnswer } from "./compose-answer.ts";
import { fillPlaceholders } from "./placeholders.ts";
import { warning, type Problem } from "./problem.ts";
import type { Sheet } from "./sheet.ts";

/**
 * A phone of 360 dp shows some 36 Cyrillic letters of 16 sp on a line of a bubble, and some 30 such lines between the
 * chat's title and its input. One screen and half another is what one flick brings; further down few people read.
 */
const LINE_LENGTH = 36;
const MAX_LINES = 45;

/** Lines a text takes on a phone; a break at a word's end makes it one more now and then. */
function linesOnPhone(text: RichText): number {
  return plainOf(text)
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_LENGTH)), 0);
}

export function checkLengthOnPhone(sheet: Sheet): readonly Problem[] {
  const { entries, topics, smalltalk, organization } = sheet.draft;
  const values = { organization: organization?.name ?? "", contact: organization?.contact ?? "" };
  const long = (list: string, at: number, text: RichText): readonly Problem[] => {
    const lines = linesOnPhone(text);
    if (lines <= MAX_LINES) return [];
    const place = sheet.placeOf([list, at, "answer"]);
    return [warning("long-for-a-phone", place, { lines, maxLines: MAX_LINES })];
  };
  const filled = (answer: string | undefined) => fillPlaceholders(answer ?? "", values).trim();
  const sideTopics = { topics: topics ?? [], smalltalk: smalltalk ?? [] };
  return [
    ...(entries ?? []).flatMap((entry, at) => {
      const content = { question: entry?.question ?? "", answer: filled(entry?.answer) };
      const text = composeAnswer({ ...content, source: undefined, checked: entry?.checked });
      return long("entries", at, text);
    }),
    ...Object.entries(sideTopics).flatMap(([list, items]) =>
      items.flatMap((item, at) => long(list, at, richTextOf(filled(item?.answer)))),
    ),
  ];
}

/** `today` is an ISO date. A day ahead may be the date already where the file was written. */
export function checkDates(sheet: Sheet, today: string): readonly Problem[] {
  return (sheet.draft.entries ?? []).flatMap((entry, at): readonly Problem[] => {
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
