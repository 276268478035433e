// Whether the file has a new entry already.
import { entryFieldsAt } from "../../faq/edit/item-fields.ts";
import { saysAll } from "../../faq/edit/tidy-text.ts";
import { ownersIn, rootOf } from "../../faq/edit/sheet-of-text.ts";
import type { Edit } from "./content-api.ts";

type NewEntry = Extract<Edit, { readonly kind: "new-entry" }>;

export function textSaysAll(text: string, entryId: string, wanted: NewEntry): boolean {
  const root = rootOf(text);
  const path = root && ownersIn(root).find(({ id }) => id === entryId)?.path;
  if (root === undefined || path?.[0] !== "entries") return false;
  return saysAll(entryFieldsAt(root, path), wanted);
}
