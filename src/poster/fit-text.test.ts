import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fitText, LINE_HEIGHT } from "./fit-text.ts";
import { printable, PRINTABLE, widthOf } from "./text-width.ts";

const ROOM = { width: 100, height: 14, sizes: [5, 4, 3] } as const;

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: fc.constantFrom(...PRINTABLE, "🎒", "\n"), maxLength: 400 }),
  fc
    .array(fc.constantFrom("школа", "№", "15", "в", "имени", "х".repeat(90)), { maxLength: 60 })
    .map((words) => words.join(" ")),
);

test("every line of any text stays in its room", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { lines, size } = fitText(text, ROOM);
      expect(lines.length * size * LINE_HEIGHT).toBeLessThanOrEqual(ROOM.height);
      for (const line of lines) {
        expect(line.trim()).not.toBe("");
        expect(widthOf(line, size)).toBeLessThanOrEqual(ROOM.width);
      }
    }),
  );
});

test("nothing of a text that is not cut gets lost", () => {
  const letters = (text: string) => text.replace(/\s/gu, "");
  fc.assert(
    fc.property(anyText, (text) => {
      const { lines } = fitText(text, ROOM);
      const printed = letters(lines.join(""));
      const whole = letters(printable(text));
      const isCut = printed.endsWith("…") && whole.startsWith(printed.slice(0, -1));
      expect(isCut || printed === whole).toBe(true);
    }),
  );
});

test("a short text is one line in the largest size", () => {
  expect(fitText("Школа № 1", ROOM)).toEqual({ lines: ["Школа №\u00a01"], size: 5 });
});

test("a long text gets smaller before it is cut", () => {
  const { lines, size } = fitText("слово ".repeat(20), ROOM);
  expect(size).toBeLessThan(5);
  expect(lines.join(" ").match(/слово/gu)).toHaveLength(20);
  expect(fitText("слово ".repeat(200), ROOM).lines.at(-1)).toMatch(/слово…$/u);
});

test("lines of one text are of much the same length", () => {
  const text = "Средняя общеобразовательная школа № 15 города";
  expect(fitText(text, { ...ROOM, sizes: [4.5] }).lines).toEqual([
    "Средняя общеобразовательная",
    "школа №\u00a015 города",
  ]);
});

test("a word without spaces is broken", () => {
  const { lines } = fitText("Ш".repeat(40), ROOM);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join("")).toBe("Ш".repeat(40));
});

test("no line ends with a preposition, an initial or a number sign", () => {
  const text = "Каждый раз ходим в школу и в сад № 5 к врачу А. И. Пирогову с собакой у реки";
  for (let width = 40; width < 120; width += 3) {
    for (const line of fitText(text, { ...ROOM, width, height: 60 }).lines) {
      expect(line).not.toMatch(/(?:^|\s)(?:в|и|к|с|у|№|\p{Lu}\.)$/u);
    }
  }
});

test("a text of nothing printable has no lines", () => {
  expect(fitText(" \n\u0000🎒\ud800 ", ROOM).lines).toEqual([]);
});
