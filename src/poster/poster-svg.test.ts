import { expect, test } from "vitest";
import { posterSvg, TITLE, type PosterContent } from "./poster-svg.ts";

const CONTENT: PosterContent = {
  organization: "Школа № 1234",
  url: "https://max.ru/id7700000000_bot",
  qrModules: Array.from({ length: 29 }, (_, y) => Array.from({ length: 29 }, (_, x) => x >= y)),
  questions: ["Почему именно MAX?", "Какие чаты не переносятся?", "Обязательно ли?"],
};

interface PrintedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

function linesOf(content: Partial<PosterContent>): readonly PrintedLine[] {
  const svg = posterSvg({ ...CONTENT, ...content });
  return Array.from(svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)<\/text>/gu), ([, x, y, text = ""]) => ({
    text: unescape(text),
    x: Number(x),
    y: Number(y),
  }));
}

function unescape(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/gu, (entity, name: string) => {
    return { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }[name] ?? entity;
  });
}

function textOf(content: Partial<PosterContent>): string {
  return linesOf(content)
    .map(({ text }) => text.replaceAll("\u00a0", " "))
    .join("\n");
}

test("the page says what the bot is for, where it is and who hung it up", () => {
  expect(textOf({})).toBe(
    [
      TITLE,
      "Спросите чат-бота: он отвечает родителям и учителям",
      "сразу, в любое время и простыми словами.",
      "Наведите камеру телефона",
      "https://max.ru/id7700000000_bot",
      "Например, можно спросить:",
      "Почему именно MAX?",
      "Какие чаты не переносятся?",
      "Обязательно ли?",
      "Школа № 1234",
    ].join("\n"),
  );
});

test.each(["ГБОУ …", "ГБОУ ...", "Школа …  ", "", " \n ", "🎒"])(
  "the foot is left out for the name %j, which nobody has filled in",
  (organization) => {
    expect(textOf({ organization })).toMatch(/Обязательно ли\?$/u);
  },
);

test("a page without questions does not announce any", () => {
  expect(textOf({ questions: [] })).not.toContain("Например");
  expect(textOf({ questions: ["🎒", ""] })).not.toContain("Например");
});

test("only three questions are printed", () => {
  expect(textOf({ questions: [...CONTENT.questions, "Четвёртый?"] })).not.toContain("Четвёртый");
});

test("a long link is printed whole", () => {
  const url = `https://max.ru/${"a".repeat(64)}?start=${"e".repeat(60)}`;
  expect(linesOf({ url }).map(({ text }) => text)).toEqual(expect.arrayContaining(url.split(/(?=\?)/u)));
});

test("markup in a name is printed, not obeyed", () => {
  const organization = `</text><script>alert("1" & '2')</script>`;
  expect(textOf({ organization })).toContain(organization);
  expect(posterSvg({ ...CONTENT, organization })).not.toContain("<script");
});

test("a link cannot leave its attribute", () => {
  const svg = posterSvg({ ...CONTENT, url: `https://max.ru/a"><b x='&\u0000` });
  expect(svg).toContain('xlink:href="https://max.ru/a&quot;&gt;&lt;b x=&apos;&amp;"');
});

test.each([
  ["no space in 300 characters", "х".repeat(300)],
  ["the widest letter", "Ш".repeat(5000)],
  ["nothing but emoji", "🎒".repeat(300)],
  ["nothing but XML", "&<>\"'".repeat(60)],
  ["no end of words", "имени ".repeat(300)],
  ["characters XML does not allow", "\ud800".repeat(50) + "\u0000\ufffe\u2028"],
])("everything stays on the page, line under line, with %s", (_, text) => {
  const lines = linesOf({ organization: text, questions: [text, text, text], url: text });
  for (const { x } of lines) {
    expect(x).toBeGreaterThan(15);
    expect(x).toBeLessThan(195);
  }
  const baselines = lines.map(({ y }) => y);
  expect(baselines).toEqual(baselines.toSorted((a, b) => a - b));
  expect(baselines.at(-1)).toBeLessThan(290);
  expect(posterSvg({ ...CONTENT, organization: text })).toMatch(/^[\n\u0020-\ud7ff]*$/u);
});
