// Writes faq.schema.json, which editors check faq.yaml with, from the schema the program uses.
import { writeFile } from "node:fs/promises";
import { faqJsonSchema } from "../src/faq/schema.ts";

await writeFile(
  new URL("../faq.schema.json", import.meta.url),
  `${JSON.stringify(faqJsonSchema(), null, 2)}\n`,
);
