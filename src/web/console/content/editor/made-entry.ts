// A new entry that is in the content already: it was saved, and nobody heard of it.
import { saysAll } from "../../../../faq/edit/says-all.ts";
import type { Content, Edit, EntryView } from "../../../../console/content/content-api.ts";
import { tidyEdit } from "../../drafts/tidy-edit.ts";

/** The entry that says all that the draft of a new one says. */
export function madeEntry(
  edit: Edit,
  { entries }: Pick<Content, "entries">,
): EntryView | undefined {
  const tidy = tidyEdit(edit);
  if (tidy?.kind !== "new-entry") return undefined;
  return entries.find(({ fields }) => saysAll(fields, tidy));
}
