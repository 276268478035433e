import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { faqJsonSchema, knownKeysAt } from "./schema.ts";

it("is the schema that editors get: `node --import tsx scripts/write-schema.ts` writes it", async () => {
  const committed = await readFile(new URL("../../faq.schema.json", import.meta.url), "utf8");
  expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(faqJsonSchema())));
});

it("knows the keys of every mapping", () => {
  expect(knownKeysAt([])).toContain("categories");
  expect(knownKeysAt(["entries", 3, "source"])).toEqual(["title", "url"]);
  expect(knownKeysAt(["nowhere", 1])).toEqual([]);
});
