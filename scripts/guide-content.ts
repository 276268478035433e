// The content of the guide for administrators: the shipped file with the school's name and the guide's own entry.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** The first entry that the guide shows, as it stands there. */
export function entryOfGuide(): string {
  const block = /```yaml\nentries:.*\n( {2}- id: [\s\S]*?)```/u.exec(read("docs/administrators.md"))?.[1];
  if (block === undefined) throw new Error("docs/administrators.md shows no entry");
  return block;
}

/** The shipped content of a school that has written its name into it. */
export function namedContent(): string {
  return read("faq.yaml").replace("name: ГБОУ …", "name: ГБОУ Школа № 1");
}

export function contentWithEntry(): string {
  return namedContent().replace(/^entries:\n/mu, `entries:\n${entryOfGuide()}\n`);
}
