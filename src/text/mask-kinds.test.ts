import { assert as assertProperty, array, constantFrom, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { mask } from "./mask.ts";

const SEPARATORS = [
  ["nothing", ""],
  ["equals signs", "="],
  ["bars", " | "],
  ["a Cyrillic letter", "х"],
  ["a Latin letter", "x"],
  ["a letter with spaces", " и "],
  ["some letters", "абв"],
  ["emoji", "🙂"],
  ["joined emoji", " 👨‍👩‍👧 "],
  ["signs nobody sees", "\u200b\u2060\u00ad"],
  ["marks of direction", "\u202e\u200f"],
  ["a line break", "\n"],
  ["empty lines", "\n\n\n"],
  ["many spaces", " ".repeat(30)],
  ["dots", "."],
  ["three dots", "..."],
  ["slashes", "/"],
  ["backslashes", "\\"],
  ["brackets", ")("],
  ["square brackets", "]["],
  ["braces", "} {"],
  ["commas and spaces", ", "],
  ["semicolons", "; "],
  ["arrows", "->"],
  ["hashes", "##"],
  ["quotes", "»«"],
  ["combining marks", "\u0336"],
] as const;

/** Each as its holder would group it. */
const NUMBERS = [
  ["a telephone", ["8", "916", "123", "45", "67"]],
  ["a telephone without its first digit", ["916", "123", "45", "67"]],
  ["a telephone of a city", ["8", "495", "123", "45", "67"]],
  ["a telephone digit by digit", ["8", "9", "1", "6", "1", "2", "3", "4", "5", "6", "7"]],
  ["a passport", ["45", "08", "123456"]],
  ["СНИЛС", ["112", "233", "445", "95"]],
  ["a card", ["2202", "2036", "1234", "5678"]],
] as const;

describe.each(NUMBERS)("%s", (_what, groups) => {
  test.each(SEPARATORS)("parted by %s is masked", (_name, separator) => {
    const masked = mask(`мой номер ${groups.join(separator)} жду`);
    expect(masked.replace(/\[(?:телефон|номер)\]/u, "#")).toBe("мой номер # жду");
  });
});

test.each([
  ["⑧⑨①⑥①②③④⑤⑥⑦", "circled"],
  ["❽❾❶❻❶❷❸❹❺❻❼", "circled, white on black"],
  ["⁸⁹¹⁶¹²³⁴⁵⁶⁷", "superscript"],
  ["₈₉₁₆₁₂₃₄₅₆₇", "subscript"],
  ["𝟖𝟗𝟏𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕", "mathematical"],
  ["٨٩١٦١٢٣٤٥٦٧", "Arabic"],
  ["८९१६१२३४५६७", "Devanagari"],
  ["８＝９１６＝１２３＝４５＝６７", "full-width, parted"],
  ["8️⃣=9️⃣1️⃣6️⃣=1️⃣2️⃣3️⃣=4️⃣5️⃣=6️⃣7", "keycaps, parted"],
  ["8х٩①𝟔х１²3х45х67", "of all kinds, parted by letters"],
  ["восемь девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь", "in words"],
  ["восемь девять один шесть один два три четыре пять шесть семь", "in words, one by one"],
  ["8 девятьсот шестнадцать 123 сорок пять 67", "in words and digits"],
])("%j is masked: digits %s", (text) => {
  expect(mask(`тел ${text} жду`)).toMatch(/^тел \[(?:телефон|номер)\] жду$/u);
});

test.each([
  ["имя @ почта . ру", "[почта]"],
  ["имя @почта. ру", "[почта]"],
  ["имя собака почта точка ру", "[почта]"],
  ["имя собачка mail тчк ru", "[почта]"],
  ["имя.фамилия собака почта.рф", "[почта]"],
  ["имя точка фамилия собака почта точка рф", "[почта]"],
  ["name(at)mail(dot)ru", "[почта]"],
  ["name [at] mail [dot] ru", "[почта]"],
  ["name {собака} mail {точка} ru", "[почта]"],
  ["name at mail dot school dot com", "[почта]"],
  ["name＠mail．ru", "[почта]"],
  ["𝐧𝐚𝐦𝐞@𝐦𝐚𝐢𝐥.𝐫𝐮", "[почта]"],
  ["na\u200bme@ma\u200bil.r\u200bu", "[почта]"],
  ["имя@почта.москва", "[почта]"],
  ["vk(dot)com/petrova", "[ссылка]"],
  ["vk точка com/petrova", "[ссылка]"],
  ["вк точка ком слэш петрова", "[ссылка]"],
  ["vk .com/petrova", "[ссылка]"],
  ["v\u200bk.c\u200bom/petrova", "[ссылка]"],
  ["https://max.ru/иван.петров", "[ссылка]"],
  ["школа-петрова.рф/иван", "[ссылка]"],
  ["@\u200bpetrova", "[ник]"],
])("%j is masked as %s", (text, sign) => {
  expect(mask(`вот: ${text} жду`)).toBe(`вот: ${sign} жду`);
});

test.each([
  "1А и 2Б классы",
  "5-9 классы, 10-11 классы",
  "5, 6, 7, 8, 9, 10 и 11 классы",
  "5,6,7,8,9,10,11 классы",
  "5 6 7 8 9 10 11 классы",
  "1-4, 5-9, 10-11 классы",
  "1А, 2Б, 3В, 4Г, 5А, 6Б, 7В, 8Г, 9А, 10А, 11Б",
  "с 5 по 9 класс, с 10 по 11 класс в 2025/26 году",
  "152-ФЗ",
  "149-ФЗ от 27.07.2006",
  "98-ФЗ от 29.07.2004, 87-ФЗ и 152-ФЗ от 27.07.2006",
  "приказ № 115 от 22.03.2021",
  "с 8:30 до 12:30, с 13:00 до 17:00",
  "8:30, 9:25, 10:20, 11:15, 12:10",
  "12.09 14:30",
  "12.09 в 14:30 и 13.09 в 9:00",
  "01.09.2025, 02.09.2025 и 03.09.2025",
  "в 2022, 2023, 2024 и 2025 годах",
  "2022 | 2023 | 2024 | 2025",
  "за 2023-2024 и 2024-2025 учебные годы",
  "1 500 рублей, 12 500 руб. и 15000 ₽",
  "от 1500 до 3000 рублей",
  "100х200х50 см",
  "3 = 1 + 2",
  "1) скачать 2) открыть 3) войти",
  "1. скачать\n2. открыть\n3. войти",
  "кабинеты 101, 102, 205",
  "звоните 112 или 8 800 555-35-35",
  "один чат, два чата, двадцать пять детей",
  "в 7 утра 5 мая 2025 года, 30 детей, 2 учителя",
  "версия 2.14.3 и iOS 17.5.1",
  "спросить @ всех. Да",
  "моя собака Рекс. Она лает",
  "в школе . Ну и что",
  "точка. Но ребёнок в чате",
  "что такое MAX. Ok",
])("%j stays as it is", (text) => {
  expect(mask(text)).toBe(text);
});

test("telephones with chance separators and groups are masked", () => {
  const digit = constantFrom(...Array.from("0123456789"));
  const rest = array(digit, { minLength: 9, maxLength: 9 });
  const telephone = tuple(constantFrom("8", "7", ""), rest);
  const separator = constantFrom("=", "|", "х", " и ", "🙂", "\u200b", "\n", "][", ", ", "->", "#");
  const gaps = array(constantFrom(true, false), { minLength: 11, maxLength: 11 });
  const gapped = array(separator, { minLength: 11, maxLength: 11 });
  assertProperty(
    property(telephone, gaps, gapped, ([first, digits], isGap, signs) => {
      const text = Array.from(`${first}9${digits.join("")}`)
        .map((one, at) => (isGap[at] === true && at > 0 ? `${signs[at] ?? ""}${one}` : one))
        .join("");
      // Of "8 и 9161234567" the telephone is masked, and the 8 is anybody's.
      expect(mask(`вот ${text} жду`).replaceAll(/\D/gu, "").length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 1000 },
  );
});
