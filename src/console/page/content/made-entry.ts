// A new entry that is in the content already: it was saved, and nobody heard of it.
import type { Content, Edit, EntryView } from "../../api.ts";
import { tidyEdit } from "../tidy-edit.ts";
import { hasPhrase } from "./form-faults.ts";

/** The entry that says all that the draft of a new one says; it may have been taught more since. */
export function madeEntry(
  edit: Edit,
  { entries }: Pick<Content, "entries">,
): EntryView | undefined {
  const tidy = tidyEdit(edit);
  if (tidy?.kind !== "new-entry") return undefined;
  return entries.find(({ fields: { categoryId, question, answer, phrases } }) => {
    const known = [question, ...phrases];
    return (
      categoryId === tidy.categoryId &&
      isSameText(question, tidy.question) &&
      isSameText(answer, tidy.answer) &&
      tidy.phrases.every((phrase) => hasPhrase(known, phrase))
    );
  });
}

/** The file has neither spaces at the ends of lines nor two in a row. */
function isSameText(a: string, b: string): boolean {
  return withoutSpace(a) === withoutSpace(b);
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
