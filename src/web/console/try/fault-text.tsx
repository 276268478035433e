// What keeps a draft from being tried, in words, with the way to the draft that has to be mended.
import { keyHref, listHref } from "../content/addresses.ts";
import { draftKeyOf, draftTitle } from "../drafts/draft.ts";
import type { Fault, FaultyDraft } from "./fault.ts";
import { TO_DRAFT, toDraft } from "./wording.ts";

export function FaultText({ fault: { title, lines, draft } }: { readonly fault: Fault }) {
  return (
    <>
      <p>{title}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {draft === undefined ? null : <DraftLink draft={draft} />}
    </>
  );
}

/** To all of them where none is at fault alone. */
function DraftLink({ draft: { edit } }: { readonly draft: FaultyDraft }) {
  return edit === undefined ? (
    <a href={listHref()}>{TO_DRAFT}</a>
  ) : (
    <a href={keyHref(draftKeyOf(edit))}>{toDraft(draftTitle(edit))}</a>
  );
}
