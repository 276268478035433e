// What stands over the list: a file that is not accepted, warnings about all of it, unsaved changes.
import type { Content } from "../../../../console/content/content-api.ts";
import { drafts } from "../../drafts/drafts.ts";
import { Icon } from "../../../shared/parts/icon.tsx";
import { hrefOf } from "../../shell/router.ts";
import { keyHref } from "../addresses.ts";
import { draftTitle } from "../../drafts/draft.ts";
import * as wording from "../wording.ts";

export function FaultsNote({ faults }: { readonly faults: readonly string[] }) {
  if (faults.length === 0) return null;
  return (
    <section class="note bad" role="alert">
      <Icon name="warning" />
      <div class="note-text">
        <h2>{wording.FAULTS}</h2>
        <Lines lines={faults} />
      </div>
    </section>
  );
}

export function WarningsNote({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <details class="note warn">
      <summary>
        <Icon name="warning" />
        {wording.WARNINGS} <span class="pill warn">{warnings.length}</span>
      </summary>
      <Lines lines={warnings} />
    </details>
  );
}

export function DraftsNote({ content }: { readonly content: Content }) {
  const kept = drafts.all.value;
  if (kept.length === 0) return null;
  return (
    <section class="note" aria-label={wording.DRAFTS}>
      <Icon name="edit" />
      <div class="note-text">
        <h2>{wording.DRAFTS}</h2>
        <ul class="draft-list">
          {kept.map(({ key, edit }) => (
            <li key={key}>
              <a href={keyHref(key)}>{draftTitle(edit, content)}</a>
            </li>
          ))}
        </ul>
      </div>
      <a class="button small" href={hrefOf("try")}>
        <Icon name="try" size={18} />
        {wording.TRY_DRAFTS}
      </a>
    </section>
  );
}

export function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
