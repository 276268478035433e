import PdfDocument from "pdfkit";
import { expect, test } from "vitest";
import { fontFile } from "./render-png.ts";
import { SANS } from "./svg.ts";
import { printable, PRINTABLE, widthOf } from "./text-width.ts";

const font = new PdfDocument({ font: fontFile(SANS, false) }).fontSize(1000);

test("no character is wider than it is taken for, nor much narrower", () => {
  const wrong = PRINTABLE.filter((character) => {
    const spare = widthOf(character, 1000) - font.widthOfString(character);
    return spare < -0.001 || spare > 1000 / 32;
  });
  expect(wrong).toEqual([]);
  expect(new Set(PRINTABLE).size).toBe(PRINTABLE.length);
});

test("a sentence is taken for at most a twentieth wider than it is", () => {
  const sentence = "Муниципальное бюджетное учреждение «Школа № 15» имени А. И. Покрышкина, WhatsApp";
  const real = font.widthOfString(sentence);
  expect(widthOf(sentence, 1000)).toBeGreaterThanOrEqual(real);
  expect(widthOf(sentence, 1000)).toBeLessThan(real * 1.05);
});

test.each([
  ["Школа\n\t № 1\r\n", "Школа № 1", "spaces of all kinds are one space"],
  ["Шко\u0000ла\u001b[31m", "Школа[31m", "control characters go"],
  ["Школа 🎒👨‍👩‍👧 1", "Школа 1", "emoji go, the font has none"],
  ["мои\u0306 е\u0308ж", "мой ёж", "letters with loose marks are put together"],
  ["\ud83dШкола\udfff", "Школа", "half characters go"],
  ["Татар теле: әҗңөүһ, Башҡорт: ғҙҫ", "Татар теле: әҗңөүһ, Башҡорт: ғҙҫ", "languages of Russia stay"],
  ["a\u200bb\u202ec\u00add", "abcd", "invisible signs and turned directions go"],
])("%j is printed as %j: %s", (text, expected) => {
  expect(printable(text)).toBe(expected);
});
