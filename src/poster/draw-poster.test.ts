import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createDrawPoster } from "./draw-poster.ts";

const TEXT = { organization: "Школа № 1", url: "https://max.ru/bot", questions: ["Что на обед?"] };

test("a poster is drawn in a thread: who answers has not even loaded what draws", async () => {
  // In a process of its own: others that share this one may have loaded it.
  const program = `
    const { createDrawPoster } = await import(${JSON.stringify(new URL("draw-poster.ts", import.meta.url).href)});
    const { createRequire } = await import("node:module");
    const drawn = await createDrawPoster()(${JSON.stringify(TEXT)});
    const beginnings = [drawn.pdf, drawn.png].map((file) => Buffer.from(file).toString("latin1", 0, 5));
    const loaded = Object.keys(createRequire("/").cache).filter((file) => /pdfkit|resvg/u.test(file));
    console.log(JSON.stringify({ beginnings, loaded }));
    process.exit(0);`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", program];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(JSON.parse(stdout)).toEqual({
    beginnings: ["%PDF-", expect.stringContaining("PNG")],
    loaded: [],
  });
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
