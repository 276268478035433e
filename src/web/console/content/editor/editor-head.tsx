// The head of the editor: what is edited, and how it has done so far.
import { Heading } from "../../parts/heading.tsx";
import { Icon } from "../../../shared/parts/icon.tsx";
import { grouped } from "../../parts/format.ts";
import { BackLink } from "../back-link.tsx";
import { Lines } from "../list/banners.tsx";
import { FROM_UNANSWERED, ID, NEW_ENTRY } from "./editor-wording.ts";
import * as said from "./editor-wording.ts";
import { isEntryView, type Opened } from "./opened.ts";
import { votesInWords, WARNINGS_OF_CHECK } from "../wording.ts";

export function EditorHead({ opened: { edit, view } }: { readonly opened: Opened }) {
  if (edit.kind === "new-entry") {
    return (
      <>
        <BackLink />
        <Heading title={NEW_ENTRY} hint={edit.from === undefined ? undefined : FROM_UNANSWERED} />
      </>
    );
  }
  const title = isEntryView(view) ? view.fields.question : edit.id;
  return (
    <>
      <BackLink />
      <Heading title={title} />
      {view === undefined ? null : (
        <div class="health">
          <span class="pill plain">
            <span class="hidden-label">{ID}: </span>
            <code>{edit.id}</code>
          </span>
          <span class="pill plain">
            <Icon name="questions" size={15} />
            {said.askedInWords(view.asked)}
          </span>
          {view.up + view.down === 0 ? null : (
            <span class={view.down >= view.up ? "pill bad" : "pill good"}>
              <Icon name="up" size={15} />
              {votesInWords(view.up, view.down)}
            </span>
          )}
        </div>
      )}
      {view === undefined || view.warnings.length === 0 ? null : (
        <details class="note warn" open={view.warnings.length <= FEW}>
          <summary>
            <Icon name="warning" />
            {WARNINGS_OF_CHECK} <span class="pill warn">{grouped(view.warnings.length)}</span>
          </summary>
          <Lines lines={view.warnings} />
        </details>
      )}
    </>
  );
}

/** More would push the fields out of sight. */
const FEW = 2;
