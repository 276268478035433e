// Spelling of MAX and Сферум, and words of two alphabets, in what parents read.
import { linksOf } from "../markup/link.ts";
import { foldLookAlikes } from "../text/look-alikes.ts";
import { parentTextsOf, placeOfPart, type ParentText } from "./parent-texts.ts";
import { warning, type Problem } from "./problem.ts";
import type { Sheet } from "./sheet.ts";

export function checkNames(sheet: Sheet): readonly Problem[] {
  return parentTextsOf(sheet).flatMap((text) => namesIn(text, sheet));
}

const WORD = /[\p{L}\p{M}]+/gu;
const LATIN = /\p{Script=Latin}+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Each wrong spelling once a text: who mends the first sees the others. */
function namesIn(text: ParentText, sheet: Sheet): readonly Problem[] {
  const found = new Map<string, Problem>();
  const prose = withoutAddresses(text.text);
  for (const { 0: word, index } of prose.matchAll(WORD)) {
    if (found.has(word)) continue;
    // "макс. 10 человек" is no messenger.
    const isShortened = word === "макс" && prose[index + word.length] === ".";
    const place = () => placeOfPart(sheet, text, word, index);
    const name = isShortened ? undefined : nameMeant(word);
    if (name !== undefined) {
      found.set(word, warning("misspelled-name", place(), { written: word, name }));
    } else if (CYRILLIC.test(word) && word.match(LATIN) !== null) {
      const latin = (word.match(LATIN) ?? []).join("");
      found.set(word, warning("mixed-scripts", place(), { word, latin }));
    }
  }
  return [...found.values()];
}

/** Bare host names and account names too: max.ru, prof.sferum.ru, max_bot. Placeholders and addresses keep their length as spaces. */
const HOST =
  /[\p{L}\p{N}@-]+(?:\.[\p{L}\p{N}-]+)*\.[a-zа-я]{2,}(?:\/\S*)?|@\w+|\w*_\w*|\{\{[^{}]*\}\}/giu;

function withoutAddresses(text: string): string {
  const blank = (part: string) => " ".repeat(part.length);
  let prose = text;
  for (const { address, end, kind } of linksOf(text)) {
    const last = kind === "link" ? end - 1 : end;
    const first = last - address.length;
    prose = prose.slice(0, first) + blank(address) + prose.slice(last);
  }
  return prose.replace(HOST, blank);
}

const ENDING = "(?:а|у|ом|е)?";
/** Compared with look-alike letters in their Cyrillic form: "max" is "мах", "maks" is "макs". */
const LIKE_MAX = new RegExp(`^(?:мах|мак[сs]${ENDING})$`, "u");
/** The ending is Cyrillic, or else "махом" and "маху" would be the Russian word for a swing. */
const MAX_WITH_ENDING = /^max(?:а|у|ом|е)$/iu;
const LIKE_SFERUM = new RegExp(`^с[фв][еэ]рр?ум${ENDING}$|^sf[еэ]rr?uм$`, "u");
const SFERUM = new RegExp(`^Сферум${ENDING}$`, "u");

/** The name that a word misspells, or undefined: right spellings and other words. */
function nameMeant(word: string): "MAX" | "Сферум" | undefined {
  if (word === "MAX" || word === "мах" || SFERUM.test(word)) return undefined;
  const folded = foldLookAlikes(word.toLowerCase());
  if (LIKE_MAX.test(folded) || MAX_WITH_ENDING.test(word)) return "MAX";
  return LIKE_SFERUM.test(folded) ? "Сферум" : undefined;
}
