import { expect, test } from "vitest";
import { readSample } from "../cli/evaluation.ts";
import { foldPhrase } from "../text/normalise.ts";
import { STRANGERS } from "./strangers.ts";

const all = [...STRANGERS.russian, ...STRANGERS.english];

test("no message of a stranger comes twice, and none is empty", () => {
  const folded = all.map(foldPhrase);
  expect(folded.filter((text, index) => folded.indexOf(text) !== index)).toEqual([]);
  expect(folded).not.toContain("");
});

test("no message of a stranger is a row of a sample: the samples judge", async () => {
  const names = ["dev", "fresh", "holdout", "unseen"];
  const samples = await Promise.all(names.map((name) => readSample(`bench/samples/${name}.tsv`)));
  const rows = new Set(samples.flat().map(({ question }) => foldPhrase(question)));
  expect(all.filter((text) => rows.has(foldPhrase(text)))).toEqual([]);
});
