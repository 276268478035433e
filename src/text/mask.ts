// What of a message may be kept: phone numbers, addresses, links and long numbers are replaced by what they were.

// Rather too much than too little: a masked room number costs nothing, somebody's telephone does. Names, and numbers
// written in words, cannot be told from other words and stay.

const PHONE = "[телефон]";
const MAIL = "[почта]";
const LINK = "[ссылка]";
const NUMBER = "[номер]";
const NICK = "[ник]";

/** The text with nothing in it that leads to a person, as far as its form shows that. */
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

function maskOnce(text: string): string {
  const kept = ADDRESSES.reduce((so, [pattern, sign]) => so.replace(pattern, sign), text);
  return kept.replace(DIGITS, (found: string) => (isHarmless(found) ? found : maskedDigits(found)));
}

/** Top-level domains of more than two letters that people use. */
const LONG_TLD =
  "com|net|org|info|biz|pro|edu|gov|name|app|dev|online|site|website|store|shop|space|live|team|link|click|page|xyz|" +
  "club|tech|chat|blog|group|school|academy|education|moscow|tatar|рус|ком|орг|рф|ру";
/** These are words as well ("в школе.Дети пишут"), so they count only with a path. */
const WORD_TLD = "дети|москва|онлайн|сайт|бел|укр";
const PATH = String.raw`[:/\\?#][^\s<>«»"]*`;
const IN_ADDRESS = String.raw`[^\s@<>()\[\]"'«»,;:/\\]`;

const ADDRESSES: readonly (readonly [pattern: RegExp, sign: string])[] = [
  [
    /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s<>«»"]*|(?<![\p{L}\p{N}])www\.[^\s<>«»"]+|(?:mailto|tel):\S+/giu,
    LINK,
  ],
  [new RegExp(`(?<!${IN_ADDRESS})${IN_ADDRESS}+@${IN_ADDRESS}*[\\p{L}\\p{N}]`, "gu"), MAIL],
  // "ivanov собака mail точка ru"
  [
    /(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]+\s?(?:[([]?собака[)\]]?|[([]at[)\]]|\sat)\s?[\p{L}\p{N}-]+\s?(?:\.|точка|dot)\s?\p{L}{2,6}(?![\p{L}\p{N}])/giu,
    MAIL,
  ],
  [
    new RegExp(
      String.raw`(?<![\p{L}\p{N}_-])(?:[\p{L}\p{N}_-]+\.)+(?:(?:[a-z]{2}|${LONG_TLD})(?![\p{L}\p{N}_-])(?:${PATH})?|(?:${WORD_TLD})${PATH})`,
      "giu",
    ),
    LINK,
  ],
  [/(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu, NICK],
];

/** Between the digits of one number: spaces, also such as nobody sees, dashes, dots, brackets, signs of keys. */
const GAP = String.raw`(?:[\s().\-‐-―−_/\\*·•~+\u00ad\u200b-\u200f\u2060\u20e3\ufe0f]{0,4}|[,:;])`;
const DIGITS = new RegExp(String.raw`(?:\+\s?)?\(?\p{Nd}(?:${GAP}\p{Nd})*`, "gu");

/** Fewer digits lead to nobody: years, classes, numbers of laws. */
const MIN_DIGITS = 5;

const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = String.raw`(?:0?[1-9]|1[0-2])`;
const YEAR = String.raw`(?:19|20)\d\d`;
const HARMLESS = [
  // 01.09.2025, 28–29.08.25
  String.raw`(?:${DAY}[-–—])?${DAY}\.${MONTH}\.(?:${YEAR}|\d\d)`,
  String.raw`${DAY}/${MONTH}/(?:${YEAR}|\d\d)`,
  String.raw`${YEAR}-${MONTH}-${DAY}`,
  // 8:30, 15:00:00
  String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`,
  YEAR,
].join("|");
/** Several of these in a row, and the class that often follows a year: "в 2025 7 класс". */
const HARMLESS_ROW = new RegExp(
  String.raw`^(?:${HARMLESS})(?:\s?[-–—/.]\s?(?:${HARMLESS})|\s(?:${HARMLESS}))*(?:\s(?:[1-9]|1[01]))?$`,
  "u",
);
/** 15 000: a sum or a count. Telephones are not grouped by thousands from the end, cards have four groups of four. */
const THOUSANDS = /^\d{1,3}(?:[ \u00a0\u202f]000)+$/u;
/** 2025/26 */
const SCHOOL_YEAR = /^(?<first>20\d\d)\s?[-–—/]\s?(?:20)?(?<second>\d\d)$/u;

function isHarmless(found: string): boolean {
  if (digitsOf(found).length < MIN_DIGITS) return true;
  const { first, second } = SCHOOL_YEAR.exec(found)?.groups ?? {};
  const isSchoolYear = first !== undefined && (Number(first) + 1) % 100 === Number(second);
  return isSchoolYear || HARMLESS_ROW.test(found) || THOUSANDS.test(found);
}

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

function digitsOf(found: string): string {
  return found.replaceAll(/\P{Nd}/gu, "");
}

/** What mask.ts writes. */
const MASK = /\[(?:телефон|почта|ссылка|номер|ник)\]/gu;
/** What a mask leaves behind: brackets with nothing in them, marks that joined it to its neighbours. */
const LEFTOVER =
  /[([«"]\s*[)\]»"]|(?<=^|\s)[–—-]+(?=\s|$)|^[\s,;:.]+|\s+(?=[,.;:!?])|[\s,;:–—-]+$/gu;

export function withoutMasks(text: string): string {
  if (text.search(MASK) === -1) return text;
  return text.replace(MASK, " ").replace(LEFTOVER, "").replace(/\s+/gu, " ").trim();
}
