// Whether an entry of the file says all that a new one would: then it is the same, saved before.
import { foldPhrase } from "../../faq/fold-phrase.ts";
import { entryFieldsAt } from "../../faq/edit/item-fields.ts";
import { ownersIn } from "../../faq/edit/owners.ts";
import { rootOf } from "../../faq/edit/sheet-of-text.ts";
import { tidyLine, tidyLines } from "../../faq/edit/tidy-text.ts";
import type { Edit } from "../api.ts";

type NewEntry = Extract<Edit, { readonly kind: "new-entry" }>;

/** It may have been taught more since. */
export function saysAll(text: string, entryId: string, wanted: NewEntry): boolean {
  const root = rootOf(text);
  const path = root && ownersIn(root).find(({ id }) => id === entryId)?.path;
  if (root === undefined || path?.[0] !== "entries") return false;
  const { categoryId, question, answer, phrases } = entryFieldsAt(root, path);
  const known = new Set([question, ...phrases].map(foldPhrase));
  return (
    categoryId === wanted.categoryId &&
    question === tidyLine(wanted.question) &&
    answer === tidyLines(wanted.answer) &&
    wanted.phrases.map(tidyLine).every((phrase) => phrase === "" || known.has(foldPhrase(phrase)))
  );
}
