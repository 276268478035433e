// Which unsaved changes are tried, and the switch between them and what is live.
import type { Content } from "../../../console/content/content-api.ts";
import { keyHref, listHref } from "../content/addresses.ts";
import { draftKeyOf, draftTitle } from "../drafts/draft.ts";
import { SegmentField } from "../parts/segments.tsx";
import { talk, tried } from "./state.ts";
import type { Mode } from "./talk.ts";
import * as wording from "./wording.ts";

export function DraftNote({
  content,
  hasSwitch,
}: {
  readonly content: Content | undefined;
  readonly hasSwitch: boolean;
}) {
  const edits = tried.value;
  if (edits.length === 0)
    return (
      <p class="try-note faint">
        {wording.NO_DRAFT} <a href={listHref()}>{wording.TO_CONTENT}</a>
      </p>
    );
  return (
    <section class="card try-draft" aria-label={wording.IN_DRAFT}>
      <div class="try-draft-text">
        <h2>{wording.inDraft(edits.length)}</h2>
        <ul class="try-edits">
          {edits.map((edit) => {
            const key = draftKeyOf(edit);
            return (
              <li key={key}>
                <a href={keyHref(key)}>{draftTitle(edit, content ?? { entries: [] })}</a>
              </li>
            );
          })}
        </ul>
      </div>
      {hasSwitch ? (
        <SegmentField
          label={wording.ON_WHAT}
          titles={MODES}
          chosen={talk.mode.value}
          onChoose={(mode) => talk.setMode(mode)}
        />
      ) : null}
    </section>
  );
}

const MODES: readonly (readonly [Mode, string])[] = [
  ["live", wording.LIVE],
  ["draft", wording.DRAFT],
];
