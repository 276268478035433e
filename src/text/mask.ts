// What of a message may be kept: phone numbers, addresses, links and long numbers are replaced by what they were.

// Rather too much than too little: a masked room number costs nothing, somebody's telephone does. Names cannot be
// told from other words and stay.

import { type Cut, foldSigns, withCuts } from "./fold-signs.ts";
import { digitsOf, isHarmless } from "./harmless-number.ts";
import { GAP, partedNumbers } from "./parted-number.ts";

const PHONE = "[телефон]";
const MAIL = "[почта]";
const LINK = "[ссылка]";
const NUMBER = "[номер]";
const NICK = "[ник]";

/** The text with nothing in it that leads to a person, as far as its form shows that. Linear in its length. */
export function mask(text: string): string {
  let kept = text;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const masked = maskOnce(kept);
    if (masked === kept) break;
    kept = masked;
  }
  return kept;
}

/** A sign can make an address of what stood beside it: "8.ru916916" is "8.ru[номер]" after the first pass. */
const MAX_PASSES = 8;

type Finder = (text: string) => readonly Cut[];

function maskOnce(text: string): string {
  let folded = foldSigns(text);
  const cuts: Cut[] = [];
  for (const find of FINDERS) {
    const found = find(folded.text);
    for (const { start, end, sign } of found)
      cuts.push({ start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0, sign });
    folded = withCuts(folded, found);
  }
  return cutOut(text, cuts);
}

/** A later cut may cover earlier ones. */
function cutOut(text: string, cuts: readonly Cut[]): string {
  let kept = "";
  let at = 0;
  const inOrder = [...cuts.entries()].sort(([i, a], [j, b]) => a.start - b.start || b.end - a.end || j - i);
  for (const [, { start, end, sign }] of inOrder) {
    if (end <= at) continue;
    kept += text.slice(at, start) + sign;
    at = end;
  }
  return kept + text.slice(at);
}

function finderOf(pattern: RegExp, signOf: (found: string, after: string) => string | undefined): Finder {
  return (text) =>
    Array.from(text.matchAll(pattern)).flatMap(({ 0: found, index: start }) => {
      const end = start + found.length;
      const sign = signOf(found, text.slice(end, end + 8));
      return sign === undefined ? [] : [{ start, end, sign }];
    });
}

/** Top-level domains of more than two letters that people use. */
const LONG_TLD =
  "com|net|org|info|biz|pro|edu|gov|name|app|dev|online|site|website|store|shop|space|live|team|link|click|page|xyz|" +
  "club|tech|chat|blog|group|school|academy|education|moscow|tatar|рус|ком|орг|рф|ру";
/** These are words as well ("в школе.Дети пишут"), so they count only with a path. */
const WORD_TLD = "дети|москва|онлайн|сайт|бел|укр";
const PATH = String.raw`[:/\\?#][^\s<>«»"]*`;
const IN_ADDRESS = String.raw`[^\s@<>()\[\]"'«»,;:/\\]`;

/** Addresses as they are spelt out to hide them from robots: "ivanov (at) mail (dot) ru", "имя собака почта точка ру". */
const NAME = String.raw`[\p{L}\p{N}._+-]{1,64}`;
const WORD = String.raw`[\p{L}\p{N}_+-]{1,64}`;
const AT = String.raw`\s{0,3}(?:@|[([{<]\s?(?:at|собака|эт|@)\s?[)\]}>]|собака|собачка|(?<=\s)(?:at|эт)(?=\s))\s{0,3}`;
const DOT = String.raw`(?:\s{0,3}(?:[([{<]\s?(?:dot|точка|\.)\s?[)\]}>]|точка|тчк|(?<=\s)(?:dot|дот)(?=\s))\s{0,3}|\s?\.\s?)`;
const HIDDEN_DOT = String.raw`(?:\s{0,3}[([{<]\s?(?:dot|точка|\.)\s?[)\]}>]\s{0,3}|\s{1,3}(?:точка|тчк|dot|дот)\s{1,3}|\s{1,3}\.\s{0,3})`;
const TLD = String.raw`(?:[a-z]{2}|нет|бай|юа|${LONG_TLD}|${WORD_TLD})(?![\p{L}\p{N}_-])`;

const ADDRESSES: readonly (readonly [pattern: RegExp, sign: string])[] = [
  [/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s<>«»"]*|(?<![\p{L}\p{N}])www\.[^\s<>«»"]+|(?:mailto|tel):\S+/giu, LINK],
  [new RegExp(`(?<!${IN_ADDRESS})${IN_ADDRESS}+@${IN_ADDRESS}*[\\p{L}\\p{N}]`, "gu"), MAIL],
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}._+-])${NAME}(?:${HIDDEN_DOT}${NAME}){0,3}${AT}${WORD}(?:${DOT}${WORD}){0,3}${DOT}${TLD}`,
      "giu",
    ),
    MAIL,
  ],
  [
    new RegExp(
      String.raw`(?<![\p{L}\p{N}_-]\.?)(?:[\p{L}\p{N}_-]+\.)+(?:(?:[a-z]{2}|${LONG_TLD})(?![\p{L}\p{N}_-])(?:${PATH})?|(?:${WORD_TLD})${PATH})`,
      "giu",
    ),
    LINK,
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}_-])${WORD}(?:${HIDDEN_DOT}${WORD}){0,3}${HIDDEN_DOT}(?:[a-z]{2}|${LONG_TLD})(?![\\p{L}\\p{N}_-])(?:\\s?(?:/|слеш|слэш)\\s?[^\\s<>«»"]+)?`,
      "giu",
    ),
    LINK,
  ],
  [/(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu, NICK],
];

const DIGITS = new RegExp(String.raw`(?:\+\s?)?\(?\d(?:${GAP}\d)*`, "gu");

const FINDERS: readonly Finder[] = [
  ...ADDRESSES.map(([pattern, sign]) => finderOf(pattern, () => sign)),
  (text) =>
    partedNumbers(text).map(({ start, end, digits }) => ({
      start,
      end,
      sign: isPhone(digits) ? PHONE : NUMBER,
    })),
  finderOf(DIGITS, (found, after) => (isHarmless(found, after) ? undefined : maskedDigits(found))),
];

/** The bracket before a number goes with it only when it is closed within it. */
function maskedDigits(found: string): string {
  const bracket = found.startsWith("(") && !found.includes(")") ? "(" : "";
  return `${bracket}${isPhone(found) ? PHONE : NUMBER}`;
}

/** 8 916 123-45-67, +7…, 9161234567, and any other country's with its plus. */
function isPhone(found: string): boolean {
  const { length } = digitsOf(found);
  if (found.startsWith("+")) return length >= 8 && length <= 15;
  return /^\(?[78]/u.test(found) ? length === 11 : length === 10 && /^\(?[3489]/u.test(found);
}

/** What mask.ts writes. */
const MASK = /\[(?:телефон|почта|ссылка|номер|ник)\]/gu;
/** What a mask leaves behind: brackets with nothing in them, marks that joined it to its neighbours. */
const LEFTOVER =
  /[([«"]\s*[)\]»"]|(?<=^|\s)[–—-]+(?=\s|$)|^[\s,;:.]+|(?<![\s,;:–—-])[\s,;:–—-]+$|(?<!\s)\s+(?=[,.;:!?])/gu;

export function withoutMasks(text: string): string {
  if (text.search(MASK) === -1) return text;
  return text.replace(MASK, " ").replace(LEFTOVER, "").replace(/\s+/gu, " ").trim();
}
