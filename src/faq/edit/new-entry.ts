// A new entry as lines of YAML, indented like the entries above it, and its id: its question in Latin letters.
import { Document, isScalar } from "yaml";
import slugify from "@sindresorhus/slugify";

/** What goes into the file. */
export interface NewEntry {
  readonly id: string;
  readonly category: string;
  readonly question: string;
  readonly phrases: readonly string[];
  readonly answer: string;
}

export interface EntryLayout {
  /** Before the dash. */
  readonly indent: string;
  /** Between the dash and the first key. */
  readonly gap: string;
  /** Whether the dashes of a list stand further to the right than its key. */
  readonly isListIndented: boolean;
  /** Whether entries are parted by a blank line. */
  readonly hasBlankLine: boolean;
}

export function entryLines(entry: NewEntry, layout: EntryLayout): readonly string[] {
  const document = new Document({ ...entry, answer: `${entry.answer}\n` });
  const node = document.get("answer", true);
  // One line of text, too: the administrator will go on writing there.
  if (isScalar(node)) node.type = "BLOCK_LITERAL";
  const lines = document.toString({ lineWidth: 0, indentSeq: layout.isListIndented }).trimEnd().split("\n");
  const first = `${layout.indent}-${layout.gap}`;
  const others = " ".repeat(first.length);
  const indented = lines.map((line, index) => {
    if (line === "") return "";
    return `${index === 0 ? first : others}${line}`;
  });
  return layout.hasBlankLine ? ["", ...indented] : indented;
}

/** Shorter than an id may be: it stands in links that people share. */
const MAX_LENGTH = 40;

/** "Как получить справку?" → kak-poluchit-spravku, or kak-poluchit-spravku-2. */
export function newId(question: string, taken: ReadonlySet<string>): string {
  const base = shortened(slugify(question, { decamelize: false })) || "vopros";
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}

function shortened(slug: string): string {
  if (slug.length <= MAX_LENGTH) return slug;
  const cut = slug.slice(0, MAX_LENGTH + 1);
  const wordEnd = cut.lastIndexOf("-");
  return wordEnd > 0 ? cut.slice(0, wordEnd) : cut.slice(0, MAX_LENGTH);
}
