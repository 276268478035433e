import { assert as assertProperty, array, constantFrom, property, string } from "fast-check";
import { expect, test, it } from "vitest";
import { mask, withoutMasks } from "./mask.ts";

test.each([
  ["позвоните 89161234567", "позвоните [телефон]", "as people type it"],
  ["мой +7 (916) 123-45-67 жду", "мой [телефон] жду", "with brackets and dashes"],
  ["тел.8-916-123-45-67!", "тел.[телефон]!", "stuck to an abbreviation"],
  ["(495) 123-45-67", "[телефон]", "the bracket goes with it"],
  ["(8 916 123 45 67)", "([телефон])", "a bracket around it stays"],
  ["8 9 1 6 1 2 3 4 5 6 7", "[телефон]", "digit by digit"],
  ["8.916.123.45.67", "[телефон]", "with dots"],
  ["9161234567", "[телефон]", "without the first digit"],
  ["8️⃣9️⃣1️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣", "[телефон]️⃣", "in keycaps"],
  ["+375 29 123-45-67", "[телефон]", "Belarus"],
  ["+44 20 7946 0958", "[телефон]", "Britain"],
  ["+49-1512-3456789", "[телефон]", "Germany"],
  ["８９１６１２３４５６７", "[номер]", "full-width digits"],
  ["8 916\u200b123\u00a045 67", "[телефон]", "with spaces that nobody sees"],
  ["22-33-44", "[номер]", "a telephone of a small town"],
  ["223-19-87", "[номер]", "a city telephone"],
  ["пишите на ivan.petrov@mail.ru", "пишите на [почта]", "mail"],
  ["иван@почта.рф", "[почта]", "Cyrillic mail"],
  ["ivanov собака mail точка ru", "[почта]", "mail in words"],
  ["ivanov (at) mail.ru", "[почта]", "mail hidden from robots"],
  ["вот https://max.ru/join/AbC?x=1 зайдите", "вот [ссылка] зайдите", "a link"],
  ["вотhttps://vk.com/id1", "вот[ссылка]", "a link stuck to a word"],
  ["www.school.example/7a", "[ссылка]", "a link without its scheme"],
  ["группа vk.com/club1234", "группа [ссылка]", "a bare domain with a path"],
  ["t.me/ivan и wa.me/79161234567", "[ссылка] и [ссылка]", "messengers"],
  ["на сайте школа7.рф", "на сайте [ссылка]", "a Cyrillic domain"],
  ["вк.ком и гугл.ру", "[ссылка] и [ссылка]", "Latin domains in Russian letters"],
  ["напишите @petrova_mama", "напишите [ник]", "a nick"],
  ["карта 2202 2036 1234 5678", "карта [номер]", "a card"],
  ["карта 2025 2036 1234 5678", "карта [номер]", "a card that begins like a year"],
  ["СНИЛС 112-233-445 95", "СНИЛС [телефон]", "СНИЛС; which number it was does not matter"],
  ["снилс 112-233-445-95", "снилс [номер]", "СНИЛС with dashes"],
  ["паспорт 4508 123456", "паспорт [номер]", "a passport"],
  ["ИНН 7707083893", "ИНН [номер]", "a number of ten digits"],
  ["код 482913", "код [номер]", "a code from an SMS"],
  ["12345", "[номер]", "five digits"],
  ["2012-34", "[номер]", "a telephone that begins like a year"],
  ["20-20-12", "[номер]", "a telephone, not a date"],
  ["89161234567 01.09.2025", "[номер]", "a date gives no shelter to what stands beside it"],
])("of %j stays %j: %s", (text, kept) => {
  // A ten-digit number and СНИЛС are told apart by nobody; that they are gone is what counts.
  const signs = /\[(?:телефон|номер)\]/gu;
  expect(mask(text).replace(signs, "[телефон]")).toBe(kept.replace(signs, "[телефон]"));
});

test("a telephone is called so", () => {
  expect(mask("8 (916) 123-45-67, код 482913")).toBe("[телефон], код [номер]");
});

test.each([
  ["переход 01.09.2025", "a date"],
  ["с 28–29.08.2025 по 1/9/2025", "a span of dates"],
  ["28.08.2025-29.08.2025", "two dates"],
  ["2025-09-01", "an ISO date"],
  ["закон 156-ФЗ от 24.06.2025", "a law"],
  ["распоряжение № 2240-р", "an order"],
  ["собрание в 10:30", "a time"],
  ["уроки 8:30-15:00", "a span of times"],
  ["01.09.2025 8:30", "date and time"],
  ["чат 7В класса", "a class"],
  ["1-4 и 5 - 9 классы", "classes"],
  ["нокиа 3310", "a model"],
  ["в 2025/26 и 2025-2026 году", "school years"],
  ["в 2024, 2025 году", "years"],
  ["в 2025 7 класс", "a year and a class"],
  ["стоит 15 000 рублей", "a sum"],
  ["школа № 1234", "a number of a school"],
  ["и т.д. и т.п., т.е. чат", "abbreviations"],
  ["в школе.Дети пишут", "no space after the full stop"],
  ["что такое MAX?Сферум", "no space after a question mark"],
  ["а собака в чате может быть", "a dog"],
  ["спросить @ всех", "a lone @"],
  ["", "nothing"],
])("%j stays as it is: %s", (text) => {
  expect(mask(text)).toBe(text);
});

test.each([
  ["8.ru916916", "[ссылка][номер]"],
  ["8@8-@+0", "[почта][почта]"],
])("%j becomes %j: what the first sign uncovers is masked too", (text, masked) => {
  expect(mask(text)).toBe(masked);
});

test("masking twice changes nothing more, and no five digits in a row remain", () => {
  const piece = constantFrom("8", "916", " ", "-", "(", ")", "+", ".", "@", "mail", "ru", "/", "ж");
  const text = array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
  assertProperty(
    property(text, string(), (made, any) => {
      const kept = mask(`${made}${any}`);
      expect(mask(kept)).toBe(kept);
      expect(kept).not.toMatch(/\d{5}/u);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["1 ", /^\[номер\]/u],
  ["a.", /a/u],
  ["a@", /\[почта\]/u],
  ["@", /@/u],
  ["8(", /\[номер\]/u],
  ["a собака ", /a/u],
  ["http:", /http/u],
])("4,000 characters of %j are read to the end within the time of a test", (piece, sign) => {
  expect(mask(piece.repeat(4000).slice(0, 4000))).toMatch(sign);
});

it.each([
  ["позвоните мне 89161234567", "позвоните мне", "a phone number at the end"],
  ["мой номер +7 916 123-45-67, верните чат", "мой номер, верните чат", "in the middle"],
  ["ссылка https://max.ru/abc не открывается", "ссылка не открывается", "a link"],
  ["чат (ivanov@mail.ru) пропал", "чат пропал", "a mail address in brackets"],
  ["не приходит код 123456789", "не приходит код", "a number"],
  ["добавьте @ivan_petrov: он из 5 класса", "добавьте: он из 5 класса", "a nick"],
  ["89161234567", "", "nothing but a number"],
])("%s → %s (%s)", (text, kept) => {
  expect(mask(text)).not.toBe(text);
  expect(withoutMasks(mask(text))).toBe(kept);
});

it("leaves a text without masks as it is", () => {
  expect(withoutMasks("чат [5а]  —  где он ?")).toBe("чат [5а]  —  где он ?");
});

it("takes long runs of spaces and commas at the end away at once", () => {
  expect(withoutMasks(`чат [ник]${" ,".repeat(2000)}`)).toBe("чат");
});
