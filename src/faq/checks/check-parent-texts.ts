// What parents read: names spelt as they should be, words of one alphabet, and addresses that open, encrypted.
import { type Place, warning, type Problem } from "../problems/problem.ts";
import type { Sheet } from "../sheet.ts";
import type { Path } from "../yaml/yaml-node.ts";
import { linksOf, isWebAddress } from "../../markup/link.ts";
import { foldLookAlikes, hasCyrillic } from "../../text/stem.ts";

export function checkParentTexts(sheet: Sheet): readonly Problem[] {
  const texts = parentTextsOf(sheet);
  return [
    ...texts.flatMap((text) => namesIn(text, sheet)),
    ...texts.flatMap((text) => [...insecureIn(text, sheet), ...unreadableIn(text, sheet)]),
    ...checkSources(sheet),
  ];
}

/** A title, a question, a button or an answer. Phrases are what parents write. */
interface ParentText {
  readonly text: string;
  readonly path: Path;
}

/** In the order of the file's lists; holes and missing keys are left out. */
function parentTextsOf({ values }: Sheet): readonly ParentText[] {
  const { organization, categories, entries, topics, smalltalk } = values;
  return [
    ...textsIn(organization, ["organization"], ["name", "contact"]),
    ...(categories ?? []).flatMap((category, at) => textsIn(category, ["categories", at], ["title"])),
    ...(entries ?? []).flatMap((entry, at) => [
      ...textsIn(entry, ["entries", at], ["question", "button", "answer"]),
      ...textsIn(entry?.source, ["entries", at, "source"], ["title"]),
    ]),
    ...(topics ?? []).flatMap((topic, at) => textsIn(topic, ["topics", at], ["answer"])),
    ...(smalltalk ?? []).flatMap((turn, at) => textsIn(turn, ["smalltalk", at], ["answer"])),
  ];
}

function textsIn<Key extends string>(
  item: { readonly [K in Key]?: string | undefined } | undefined,
  path: Path,
  keys: readonly Key[],
): readonly ParentText[] {
  return keys.flatMap((key) => {
    const text = item?.[key];
    return text === undefined ? [] : [{ text, path: [...path, key] }];
  });
}

/** Where the part of the text that starts at `index` stands in the file. */
function placeOfPart(sheet: Sheet, { text, path }: ParentText, part: string, index: number): Place {
  return sheet.placeOfText(path, part, text.slice(0, index).split(part).length - 1);
}

const WORD = /[\p{L}\p{M}]+/gu;
const LATIN = /\p{Script=Latin}+/gu;

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
    } else if (hasCyrillic(word) && word.match(LATIN) !== null) {
      const latin = (word.match(LATIN) ?? []).join("");
      found.set(word, warning("mixed-scripts", place(), { word, latin }));
    }
  }
  return [...found.values()];
}

/** Bare host names and account names too: max.ru, prof.sferum.ru, max_bot. Placeholders and addresses keep their length as spaces. */
const HOST = /[\p{L}\p{N}@-]+(?:\.[\p{L}\p{N}-]+)*\.[a-zа-я]{2,}(?:\/\S*)?|@\w+|\w*_\w*|\{\{[^{}]*\}\}/giu;

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

const INSECURE = /^http:/iu;

function insecureIn(text: ParentText, sheet: Sheet): readonly Problem[] {
  return linksOf(text.text)
    .filter(({ address }) => INSECURE.test(address))
    .map(({ address, start, end, kind }) => {
      const index = kind === "link" ? end - 1 - address.length : start;
      return warning("insecure-address", placeOfPart(sheet, text, address, index), { address });
    });
}

function checkSources(sheet: Sheet): readonly Problem[] {
  return (sheet.values.entries ?? []).flatMap((entry, at) => {
    const address = entry?.source?.url;
    if (address === undefined || !INSECURE.test(address)) return [];
    const place = sheet.placeOf(["entries", at, "source", "url"]);
    return [warning("insecure-address", place, { address })];
  });
}

/** What was meant as an address: "www.max.ru", "https//max.ru", "htps://max.ru", "https:/max.ru". */
const ATTEMPT =
  /(?<![\p{L}\p{N}./-])(?:www\.|h?t{1,3}ps?(?:[:;]\/{1,3}|\/{2,3}))[^\s<>[\]()«»]*[^\s<>[\]()«».,:;!?"']/giu;

/** An attempt inside a Markdown link is for the check of answers. */
function unreadableIn(text: ParentText, sheet: Sheet): readonly Problem[] {
  const links = linksOf(text.text).filter(({ address }) => isWebAddress(address));
  return Array.from(text.text.matchAll(ATTEMPT))
    .filter(({ index }) => !links.some(({ start, end }) => start <= index && index < end))
    .filter(({ index }) => text.text[index - 1] !== "(" || text.text[index - 2] !== "]")
    .map(({ 0: written, index }) =>
      warning("unreadable-address", placeOfPart(sheet, text, written, index), { written }),
    );
}
