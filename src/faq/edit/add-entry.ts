// A new entry at the end of the entries, with the rest of the text left as it is.
import { foldPhrase } from "../../text/normalise.ts";
import { nodeAt, valueOf, type YamlNode } from "../yaml/yaml-node.ts";
import { isStory, MAX_PHRASE_LENGTH } from "./add-phrase.ts";
import { type EditResult, refused } from "./edit.ts";
import { entryLines, type EntryLayout, type NewEntry, newId } from "./new-entry.ts";
import { lineAt, ownersByPhrase, ownersIn, itemsAt, rootOf, sayingOf, textAt, without } from "./sheet-of-text.ts";
import { applySplice, insertLines, lineHeadOf, lineStartAfter, lineStartOf } from "./splice.ts";
import { tidyLine, tidyLines } from "./tidy-text.ts";

export interface EntryToAdd {
  readonly categoryId: string;
  readonly question: string;
  /** Light Markdown, as answers in faq.yaml are. */
  readonly answer: string;
  /** Besides the question, which is one too. */
  readonly phrases?: readonly string[];
}

/**
 * The text of faq.yaml with the entry as its last entry; its first phrase is the question, its id is made of it. The
 * result was read again: it says the same as before and the entry, and nothing else.
 */
export function addEntry(text: string, entry: EntryToAdd): EditResult {
  const question = tidyLine(entry.question);
  const answer = tidyLines(entry.answer);
  if (question === "" || answer === "") return refused({ kind: "empty-text" });
  const root = rootOf(text);
  if (root === undefined) return refused({ kind: "broken-file" });
  const { categoryId } = entry;
  if (!itemsAt(root, ["categories"]).some((item) => textAt(item, ["id"]) === categoryId))
    return refused({ kind: "unknown-category", categoryId });
  const phrases = phrasesOf(question, entry.phrases ?? []);
  if (phrases.some(isStory)) return refused({ kind: "phrase-too-long", maxLength: MAX_PHRASE_LENGTH });
  const owners = ownersByPhrase(root);
  for (const phrase of phrases) {
    const ownerId = owners.get(foldPhrase(phrase));
    if (ownerId !== undefined) return refused({ kind: "known-phrase", phrase, ownerId });
  }
  const id = newId(question, new Set(ownersIn(root).map((owner) => owner.id)));
  return append(text, root, { id, category: categoryId, question, phrases, answer });
}

/** The question and the others, each once but for case, ё and punctuation. */
function phrasesOf(question: string, others: readonly string[]): readonly string[] {
  const phrases = [question, ...others.map(tidyLine)].filter((phrase) => phrase !== "");
  const seen = new Set<string>();
  return phrases.filter((phrase) => {
    const folded = foldPhrase(phrase);
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

function append(text: string, root: YamlNode, entry: NewEntry): EditResult {
  const last = itemsAt(root, ["entries"]).at(-1);
  const layout = last === undefined ? undefined : layoutOf(text, last);
  const line = lineAt(text, root, ["entries", itemsAt(root, ["entries"]).length - 1]);
  if (last === undefined || layout === undefined) return refused({ kind: "unusual-layout", line });
  const at = behindComments(text, lineStartAfter(text, last.end), layout.indent.length);
  const splice = insertLines(text, at, entryLines(entry, layout));
  const edited = applySplice(text, splice);
  if (!hasOnlyMore(edited, root, entry)) return refused({ kind: "unusual-layout", line });
  return { kind: "edited", text: edited, splice, change: { kind: "entry", id: entry.id } };
}

function hasOnlyMore(edited: string, before: YamlNode, entry: NewEntry): boolean {
  const root = rootOf(edited);
  if (root === undefined) return false;
  const path = ["entries", itemsAt(root, ["entries"]).length - 1];
  const added = nodeAt(root, path);
  if (added === undefined || sayingOf(without(root, path)) !== sayingOf(before)) return false;
  const value = valueOf(added);
  const wanted = { ...entry, answer: `${entry.answer}\n` };
  return JSON.stringify(value) === JSON.stringify(wanted);
}

/** As the last entry is written, or undefined when it is not a dash with keys behind it. */
function layoutOf(text: string, last: YamlNode): EntryLayout | undefined {
  const dash = /^(?<indent> *)-(?<gap> +)$/u.exec(lineHeadOf(text, last.start))?.groups;
  if (dash === undefined || last.kind !== "mapping") return undefined;
  const phrases = last.fields.get("phrases");
  const first = phrases?.node.kind === "list" ? phrases.node.items[0] : undefined;
  const phraseHead = lineHeadOf(text, first?.start ?? 0);
  const keyColumn = lineHeadOf(text, last.start).length;
  return {
    indent: dash["indent"] ?? "",
    gap: dash["gap"] ?? " ",
    isListIndented: !/^ *- +$/u.test(phraseHead) || phraseHead.indexOf("-") > keyColumn,
    hasBlankLine: /(?:^|\n)[ \t]*\r?\n$/u.test(text.slice(0, lineStartOf(text, last.start))),
  };
}

/** Comments that are indented deeper than the dash belong to the entry above. */
function behindComments(text: string, start: number, indent: number): number {
  let at = start;
  for (;;) {
    const comment = /^([ \t]*)#[^\n]*(?:\n|$)/u.exec(text.slice(at));
    if (comment === null || (comment[1]?.length ?? 0) <= indent) return at;
    at += comment[0].length;
  }
}
