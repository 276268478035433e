// Which unsaved changes are tried, and the switch between them and what is live.
import { useId } from "preact/hooks";
import type { Content } from "../../../console/api.ts";
import { keyHref, listHref } from "../content/addresses.ts";
import { draftKeyOf, draftTitle } from "../drafts/draft.ts";
import { talk, tried } from "./desk.ts";
import type { Mode } from "./state.ts";
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
      {hasSwitch ? <ModeSwitch /> : null}
    </section>
  );
}

const MODES: readonly { readonly mode: Mode; readonly title: string }[] = [
  { mode: "live", title: wording.LIVE },
  { mode: "draft", title: wording.DRAFT },
];

function ModeSwitch() {
  const name = useId();
  return (
    <fieldset class="segments try-mode">
      <legend class="hidden-label">{wording.ON_WHAT}</legend>
      {MODES.map(({ mode, title }) => (
        <label key={mode} class="segment">
          <input
            type="radio"
            class="hidden-label"
            name={name}
            checked={talk.mode.value === mode}
            onChange={() => talk.setMode(mode)}
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
