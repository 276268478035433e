// Why the server would not save what is written, and what to do about it.
import type { ReadonlySignal } from "@preact/signals";
import { Icon } from "../../../shared/parts/icon.tsx";
import { Lines } from "../list/banners.tsx";
import { resultOf, type CheckState } from "./check.ts";
import { UNFIT } from "./editor-wording.ts";

export function ProblemsNote({ check }: { readonly check: ReadonlySignal<CheckState> }) {
  const result = resultOf(check.value);
  if (result?.kind !== "unfit") return null;
  return (
    <section class="note bad problems" tabIndex={-1} aria-label={UNFIT}>
      <Icon name="warning" />
      <div class="note-text">
        <h2>{UNFIT}</h2>
        <Lines lines={result.lines} />
      </div>
    </section>
  );
}
