import { inflateSync } from "node:zlib";
import jsqr from "jsqr";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, test } from "vitest";
import { createPoster, type Poster } from "./poster.ts";

const QUESTIONS = ["Почему именно MAX?", "Какие чаты не переносятся?", "Обязательно ли?"];

/** What the code says, read off a picture of a quarter of the size. */
function decode(png: Uint8Array): string | undefined {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const step = 4;
  const size = { width: Math.floor(width / step), height: Math.floor(height / step) };
  const pixels = new Uint8ClampedArray(size.width * size.height * 4);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const at = (y * step * width + x * step) * 4;
      pixels.set(data.subarray(at, at + 4), (y * size.width + x) * 4);
    }
  }
  return jsqr.default(pixels, size.width, size.height)?.data;
}

function streamsOf(pdf: Uint8Array): readonly string[] {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString("latin1");
  return Array.from(text.matchAll(/FlateDecode\s*>>\s*stream\r?\n/gu), ({ 0: head, index }) =>
    // Whatever follows the end of the compressed data is left alone.
    inflateSync(bytes.subarray(index + head.length)).toString("latin1"),
  );
}

/** The characters that a reader can copy out of the file. */
function copyableOf(pdf: Uint8Array): ReadonlySet<string> {
  const maps = streamsOf(pdf).filter((stream) => stream.includes("begincmap"));
  const codes = maps.flatMap((map) =>
    Array.from(map.matchAll(/<([0-9a-f]{4})>(?=[ \]])/giu), ([, code = ""]) => parseInt(code, 16)),
  );
  return new Set(codes.map((code) => String.fromCharCode(code)));
}

const LONGEST = `https://max.ru/${"Wm_0".repeat(16)}?start=${"entry-id-1".repeat(6)}`;

describe.each([
  ["an ordinary bot", "ГБОУ Школа № 1", "https://max.ru/id7700000000_bot"],
  ["the shortest link", "ГБОУ …", "https://max.ru/ab"],
  ["the longest link and an absurd name", "&<>\"'🎒".repeat(50), LONGEST],
])("the poster with %s", (_, organization, url) => {
  let poster: Poster;
  beforeAll(async () => {
    poster = await createPoster({ organization, url, questions: QUESTIONS });
  });

  test("leads whoever scans it to exactly the link", () => {
    expect(decode(poster.png)).toBe(url);
  });

  test("is a picture of A4 at 300 dpi", () => {
    const { width, height } = PNG.sync.read(Buffer.from(poster.png), { checkCRC: true });
    expect([width, height]).toEqual([2480, 3508]);
    expect(Buffer.from(poster.png).readUInt32BE(33 + 8)).toBe(11_811);
  });

  test("is a PDF of one A4 page with its fonts in it", () => {
    const pdf = Buffer.from(poster.pdf).toString("latin1");
    expect(pdf).toMatch(/^%PDF-/u);
    expect(pdf.match(/\/Type \/Page\b/gu)).toHaveLength(1);
    expect(pdf).toContain("/MediaBox [0 0 595.28 841.89]");
    expect(pdf.match(/\/FontFile2 /gu)).toHaveLength(3);
    expect(pdf).not.toMatch(/\/BaseFont \/(?:Helvetica|Times|Courier)/u);
    expect(pdf).not.toContain("/Subtype /Image");
  });

  test("has a link to tap and text to copy in the PDF", () => {
    expect(Buffer.from(poster.pdf).toString("latin1")).toContain(`/URI (${url})`);
    const copyable = copyableOf(poster.pdf);
    const needed = `${url}${QUESTIONS.join("")}Вопросы о переходе в MAX?Наведите камеру телефона`;
    expect(Array.from(needed).filter((character) => !copyable.has(character))).toEqual([]);
  });
});

test("the same content makes the same files", async () => {
  const content = { organization: "Школа", url: "https://max.ru/a_bot", questions: QUESTIONS };
  const [first, second] = [await createPoster(content), await createPoster(content)];
  expect(Buffer.compare(first.png, second.png)).toBe(0);
  expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
});
