// A change of the file line by line: by colour, by sign, and in words for who sees neither.
import type { LineChange } from "../../../../compare/line-diff.ts";
import { ADDED, DIFF, REMOVED, SKIPPED } from "../editor/editor-wording.ts";

const SIGNS: Readonly<Record<LineChange["kind"], string>> = {
  removed: "−",
  added: "+",
  same: "",
  gap: "⋯",
};
const NAMES: Readonly<Record<LineChange["kind"], string>> = {
  removed: REMOVED,
  added: ADDED,
  same: "",
  gap: SKIPPED,
};

export function DiffView({ diff }: { readonly diff: readonly LineChange[] }) {
  return (
    <div class="diff" role="region" aria-label={DIFF} tabIndex={0}>
      <ol class="diff-lines">
        {diff.map(({ kind, line }, at) => (
          <li key={at} class={`diff-line ${kind}`}>
            <span class="diff-sign" aria-hidden="true">
              {SIGNS[kind]}
            </span>
            <span class="hidden-label">{NAMES[kind]}</span>
            <code>{line === "" ? " " : line}</code>
          </li>
        ))}
      </ol>
    </div>
  );
}
