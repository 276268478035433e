import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { casesSchema } from "./parse-cases.ts";
import { faqSchema, jsonSchemaOf, knownKeysAt } from "./schema.ts";

it.each([
  ["faq.schema.json", faqSchema],
  ["questions.schema.json", casesSchema],
])("%s is what editors get: `node --import tsx scripts/write-schema.ts` writes it", async (file, schema) => {
  const committed = await readFile(new URL(`../../${file}`, import.meta.url), "utf8");
  expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(schema))));
});

it("knows the keys of every mapping", () => {
  expect(knownKeysAt(faqSchema, [])).toContain("categories");
  expect(knownKeysAt(faqSchema, ["entries", 3, "source"])).toEqual(["title", "url"]);
  expect(knownKeysAt(faqSchema, ["nowhere", 1])).toEqual([]);
  expect(knownKeysAt(casesSchema, ["cases", 0])).toEqual(["expect", "questions"]);
});
