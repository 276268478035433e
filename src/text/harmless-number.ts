// Numbers that lead to nobody: dates, times, years, sums, classes in a row.

/** Fewer digits lead to nobody: years, classes, numbers of laws. */
const MIN_DIGITS = 5;

const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = String.raw`(?:0?[1-9]|1[0-2])`;
const YEAR = String.raw`(?:19|20)\d\d`;
const TIME = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`;
const HARMLESS = [
  // 01.09.2025, 28–29.08.25
  String.raw`(?:${DAY}[-–—])?${DAY}\.${MONTH}\.(?:${YEAR}|\d\d)`,
  // 12.09 14:30
  String.raw`${DAY}\.${MONTH}\s${TIME}`,
  String.raw`${DAY}/${MONTH}/(?:${YEAR}|\d\d)`,
  String.raw`${YEAR}-${MONTH}-${DAY}`,
  // 8:30, 15:00:00
  TIME,
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

/** A sum of money, by what follows it; longer sums are no school's. */
const CURRENCY = /^\s?(?:руб|р(?![\p{L}\p{N}])|₽|тыс|коп)/iu;
const MAX_SUM_DIGITS = 6;
/** Calls to it cost nothing and reach a company. */
const HOTLINE = /^[78]800\d{7}$/u;

/** Whether a number with the usual signs in it (`found`, in plain digits) leads to nobody; `after` is what follows it. */
export function isHarmless(found: string, after: string): boolean {
  const digits = digitsOf(found);
  if (digits.length < MIN_DIGITS || HOTLINE.test(digits)) return true;
  if (digits.length <= MAX_SUM_DIGITS && CURRENCY.test(after.slice(0, 5))) return true;
  return isOrdinary(found) || areClasses(found.match(/\d+/gu) ?? []);
}

/** Whether all of it is dates, times, years or a round sum. */
export function isOrdinary(found: string): boolean {
  const { first, second } = SCHOOL_YEAR.exec(found)?.groups ?? {};
  const isSchoolYear = first !== undefined && (Number(first) + 1) % 100 === Number(second);
  return isSchoolYear || HARMLESS_ROW.test(found) || THOUSANDS.test(found);
}

const CLASS = /^(?:[1-9]|1[01])$/u;

/** "5, 6, 7, 8, 9, 10, 11 классы": no telephone goes up like that. */
export function areClasses(groups: readonly string[]): boolean {
  return (
    groups.length > 1 && groups.every((group, at) => CLASS.test(group) && Number(group) > Number(groups[at - 1] ?? 0))
  );
}

export function digitsOf(found: string): string {
  return found.replaceAll(/\D/gu, "");
}
