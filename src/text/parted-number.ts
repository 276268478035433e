// Numbers of persons with anything between their digits: "8=916=123=45=67", "8х916х…", "восемь девятьсот шестнадцать …".
import { areClasses, isOrdinary } from "./harmless-number.ts";
import { goesOn, numberOf } from "./numerals.ts";

/** Between the digits of one number as people write it: spaces, dashes, dots, brackets, signs of keys. */
export const GAP = String.raw`(?:[\s().\-‐-―−_/\\*·•~+]{0,4}|[,:;])`;

/** Where such a number stands in a text in plain digits, and its digits. */
export interface PartedNumber {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** Digits side by side, or a number in words. */
interface Bare extends PartedNumber {
  readonly isWord: boolean;
}

interface Group extends Bare {
  /** What parts it from the group before. */
  readonly gap: "usual" | "list" | "signs" | "letters" | "far";
  readonly gapText: string;
  /** Part of a date, a time, a year. */
  readonly isOrdinary: boolean;
  /** It is masked, or not, without a look at its neighbours: a date by itself, a telephone as people write it. */
  readonly isAlone: boolean;
}

/** Linear in the text: no number is looked at for more than `MAX_GROUPS` groups. */
export function partedNumbers(text: string): readonly PartedNumber[] {
  const groups = groupsOf(text);
  const found: PartedNumber[] = [];
  for (let at = 0; at + 1 < groups.length;) {
    const near = groups.slice(at, at + MAX_GROUPS);
    const own = shaped(near) ?? parted(near) ?? evenlyParted(near);
    if (own !== undefined) found.push(joined(own));
    at += own?.length ?? 1;
  }
  return found;
}

/** No number of a person has more digits. */
const MAX_GROUPS = 20;

function joined(groups: readonly Group[]): PartedNumber {
  const digits = groups.map((group) => group.digits).join("");
  return { start: groups[0]?.start ?? 0, end: groups.at(-1)?.end ?? 0, digits };
}

const MOBILE_OR_CITY = /^(?:[78][3489]\d{9}|9\d{9})$/u;
/** СНИЛС, passports, cards. */
const SHAPES: ReadonlySet<string> = new Set(["3-3-3-2", "4-6", "2-2-6", "4-4-4-4"]);
const SHAPE_LENGTHS: ReadonlySet<number> = new Set([10, 11, 16]);
const MAX_SHAPE_LENGTH = 16;

/** What has the digits of a telephone, or is grouped like a document, whatever parts it; as much as can be. */
function shaped(groups: readonly Group[]): readonly Group[] | undefined {
  let count = 0;
  let longest: readonly Group[] | undefined;
  for (const [at, { gap, digits, isAlone }] of groups.entries()) {
    count += digits.length;
    if (isAlone || (at > 0 && gap === "far") || count > MAX_SHAPE_LENGTH) break;
    if (!SHAPE_LENGTHS.has(count)) continue;
    const own = groups.slice(0, at + 1);
    if (isShaped(own)) longest = own;
  }
  return longest;
}

function isShaped(groups: readonly Group[]): boolean {
  const isParted = groups.some(({ gap, isWord }, at) => isWord || (at > 0 && gap !== "usual"));
  if (!isParted || groups.every((group) => group.isOrdinary)) return false;
  const lengths = groups.map(({ digits }) => digits.length).join("-");
  return SHAPES.has(lengths) || MOBILE_OR_CITY.test(joined(groups).digits);
}

/** So many digits beside each other are a number of a city, or of something else that is somebody's. */
const MIN_PARTED_DIGITS = 7;

/** Parted by signs without a letter: "223=19=87", "45 | 08 | 123456". */
function parted(groups: readonly Group[]): readonly Group[] | undefined {
  const own = run(groups, ({ gap }) => gap === "usual" || gap === "signs");
  const isParted = own.some(({ gap }, at) => at > 0 && gap === "signs");
  return isParted && hasDigits(own, MIN_PARTED_DIGITS) ? own : undefined;
}

/** Between letters there may be sizes and counts. */
const MIN_EVEN_DIGITS = 10;

/** Parted by the same letters each time: "45х08х123456". */
function evenlyParted(groups: readonly Group[]): readonly Group[] | undefined {
  const own = run(groups, ({ gap, gapText }) => gap === "letters" && gapText === groups[1]?.gapText);
  return hasDigits(own, MIN_EVEN_DIGITS) ? own : undefined;
}

function run(groups: readonly Group[], goes: (group: Group) => boolean): readonly Group[] {
  const end = groups.findIndex((group, at) => group.isAlone || (at > 0 && !goes(group)));
  return end === -1 ? groups : groups.slice(0, end);
}

function hasDigits(groups: readonly Group[], least: number): boolean {
  const telling = groups.filter((group) => !group.isOrdinary);
  const count = telling.reduce((sum, { digits }) => sum + digits.length, 0);
  return count >= least && !areClasses(groups.map(({ digits }) => digits));
}

const DIGITS_OR_WORD = /\d+|\p{L}+/gu;

function bareGroupsOf(text: string): readonly Bare[] {
  const found: Bare[] = [];
  for (const { 0: own, index: start } of text.matchAll(DIGITS_OR_WORD)) {
    const isWord = !/^\d/u.test(own);
    const value = isWord ? numberOf(own) : undefined;
    if (isWord && value === undefined) continue;
    const end = start + own.length;
    const last = found.at(-1);
    const isSame =
      value !== undefined &&
      last?.isWord === true &&
      /^[\s-]{0,3}$/u.test(text.slice(last.end, start)) &&
      goesOn(Number(last.digits), value);
    if (isSame) {
      const digits = String(Number(last.digits) + value);
      found.splice(-1, 1, { start: last.start, end, digits, isWord });
    } else found.push({ start, end, digits: value === undefined ? own : String(value), isWord });
  }
  return found;
}

function groupsOf(text: string): readonly Group[] {
  const bare = bareGroupsOf(text);
  const groups: Group[] = [];
  while (groups.length < bare.length) {
    const piece = pieceAt(bare, groups.length, text);
    const traits = traitsOf(piece, text);
    for (const { start, end, digits, isWord } of piece) {
      const gapText = text.slice(groups.at(-1)?.end ?? 0, start);
      groups.push({ start, end, digits, isWord, gapText, gap: gapOf(gapText), ...traits });
    }
  }
  return groups;
}

/** The groups from here on that only the usual signs part; a number in words is by itself. */
function pieceAt(bare: readonly Bare[], at: number, text: string): readonly Bare[] {
  let end = at + 1;
  while (end < bare.length && end - at < MAX_GROUPS && isJoined(bare[end - 1], bare[end], text)) end += 1;
  return bare.slice(at, end);
}

function isJoined(left: Bare | undefined, right: Bare | undefined, text: string): boolean {
  if (left === undefined || right === undefined || left.isWord || right.isWord) return false;
  return USUAL.test(text.slice(left.end, right.start));
}

/** A telephone as people write it. */
const WHOLE_DIGITS = 10;
/** The length of a time, a date without its year. */
const MIN_ORDINARY = 4;
const BEFORE_ALONE = /(?:^|\s)$/u;
const AFTER_ALONE = /^(?:$|[\s.,;!?])/u;

/** What digits in the usual signs are together. */
function traitsOf(piece: readonly Bare[], text: string): Pick<Group, "isOrdinary" | "isAlone"> {
  const start = piece[0]?.start ?? 0;
  const end = piece.at(-1)?.end ?? 0;
  const ordinary = end - start >= MIN_ORDINARY && isOrdinary(text.slice(start, end));
  const standsAlone =
    BEFORE_ALONE.test(text.slice(Math.max(0, start - 1), start)) && AFTER_ALONE.test(text.slice(end, end + 1));
  const count = piece.reduce((sum, { digits }) => sum + digits.length, 0);
  return {
    isOrdinary: ordinary,
    isAlone: standsAlone && (count >= WHOLE_DIGITS || (ordinary && piece.length > 1)),
  };
}

const USUAL = new RegExp(`^${GAP}$`, "u");
const LIST = /^[,;]\s+$/u;
/** Farther apart numbers have nothing to do with each other. */
const MAX_GAP = 8;
const SPACES = /\s+/gu;
const LETTER = /\p{L}/u;
const MAX_GAP_LETTERS = 3;

function gapOf(text: string): Group["gap"] {
  if (USUAL.test(text)) return "usual";
  if (LIST.test(text)) return "list";
  let signs = 0;
  let letters = 0;
  for (const sign of text.replaceAll(SPACES, " ")) {
    signs += 1;
    if (LETTER.test(sign)) letters += 1;
    if (signs > MAX_GAP || letters > MAX_GAP_LETTERS) return "far";
  }
  return letters === 0 ? "signs" : "letters";
}
