// The way to the draft that has to be mended.
import { keyHref, listHref } from "../content/addresses.ts";
import { draftKeyOf, draftTitle } from "../drafts/draft.ts";
import type { FaultyDraft } from "./faulty-draft.ts";
import { TO_DRAFT, toDraft } from "./wording.ts";

/** To all of them where none is at fault alone. */
export function DraftLink({ draft: { edit } }: { readonly draft: FaultyDraft }) {
  return edit === undefined ? (
    <a href={listHref()}>{TO_DRAFT}</a>
  ) : (
    <a href={keyHref(draftKeyOf(edit))}>{toDraft(draftTitle(edit))}</a>
  );
}
