// A draft as the entry it would be: made of the text it would be written into, so that nothing differs later.
import { addEntry, type Draft } from "../faq/edit/add-entry.ts";
import { wordRefusal } from "../faq/edit/word-refusal.ts";
import type { Entry } from "../faq/faq.ts";
import { parseFaq } from "../faq/parse.ts";
import { isError } from "../faq/problem.ts";
import { problemAsSentence } from "../faq/word-problem.ts";

export type EntryPreview =
  | { readonly kind: "entry"; readonly entry: Entry }
  | { readonly kind: "unfit"; readonly reason: string };

/** Whoever has more to mend hears of the rest when these are mended. */
const MAX_REASONS = 3;

export function previewEntry(text: string, draft: Draft): EntryPreview {
  const edited = addEntry(text, draft);
  if (edited.kind === "refused") return { kind: "unfit", reason: wordRefusal(edited.refusal) };
  const parsed = parseFaq(edited.text);
  if (parsed.kind === "problems") {
    const errors = parsed.problems.filter(isError);
    return { kind: "unfit", reason: errors.slice(0, MAX_REASONS).map(problemAsSentence).join(" ") };
  }
  const { change } = edited;
  const entry = parsed.faq.entries.find(({ id }) => change.kind === "entry" && id === change.id);
  if (entry === undefined) throw new Error("Previewing a draft: the edit added no entry");
  return { kind: "entry", entry };
}
