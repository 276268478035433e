// Writes the JSON Schemas that editors check the files of the content with, from the schemas the program uses.
import { writeFile } from "node:fs/promises";
import { casesSchema } from "../src/faq/parse-cases.ts";
import { faqSchema, jsonSchemaOf } from "../src/faq/schema.ts";

const schemas = { "faq.schema.json": faqSchema, "questions.schema.json": casesSchema };

for (const [file, schema] of Object.entries(schemas)) {
  const text = `${JSON.stringify(jsonSchemaOf(schema), null, 2)}\n`;
  await writeFile(new URL(`../${file}`, import.meta.url), text);
}
