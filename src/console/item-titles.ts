// Ids to what administrators read, for what the journal knows of.
import { titleOf } from "../dialog/admin/taught-content.ts";
import type { Faq } from "../faq/faq.ts";
import type { Titled } from "./api.ts";

export type ItemTitles = (id: string) => string;

export function createItemTitles(faq: Faq): ItemTitles {
  return (id) => titleOf({ faq }, id);
}

export function titled(id: string | undefined, titles: ItemTitles): Titled | undefined {
  return id === undefined ? undefined : { id, title: titles(id) };
}
