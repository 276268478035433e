import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { createDrawPoster } from "./draw-poster.ts";

const TEXT = { organization: "Школа № 1", url: "https://max.ru/bot", questions: ["Что на обед?"] };

test("a poster is drawn in a thread: who answers has not even loaded what draws", async () => {
  const poster = await createDrawPoster()(TEXT);
  expect(Buffer.from(poster?.pdf ?? []).toString("latin1", 0, 5)).toBe("%PDF-");
  expect(Buffer.from(poster?.png ?? []).toString("latin1", 1, 4)).toBe("PNG");
  const loaded = Object.keys(createRequire(import.meta.url).cache);
  expect(loaded.filter((file) => /pdfkit|resvg/u.test(file))).toEqual([]);
});

test("what takes too long is given up", async () => {
  expect(await createDrawPoster(0)(TEXT)).toBeUndefined();
});

test("one that cannot be drawn rejects, and the next is drawn", async () => {
  const draw = createDrawPoster();
  const questions: string[] = JSON.parse("[null]");
  await expect(draw({ ...TEXT, questions })).rejects.toThrow(TypeError);
  expect(await draw(TEXT)).toBeDefined();
});

test("more than a minute's worth is refused at once, and room is made by what is done", async () => {
  const draw = createDrawPoster(0);
  const asked = Array.from({ length: 10 }, () => draw(TEXT));
  let isRefused = false;
  const refused = draw(TEXT).then(() => (isRefused = true));
  await Promise.race([refused, asked[0]]);
  expect(isRefused).toBe(true);
  await Promise.all(asked);
});
