// A change of the file line by line: by colour, by sign, and in words for who sees neither.
import type { LineChange } from "../../../compare/line-diff.ts";
import * as styles from "./editor/changes.module.css";

const SIGNS: Readonly<Record<LineChange["kind"], string>> = {
  removed: "−",
  added: "+",
  same: "",
  gap: "⋯",
};
const NAMES: Readonly<Record<LineChange["kind"], string>> = {
  removed: "Убрано: ",
  added: "Добавлено: ",
  same: "",
  gap: "Здесь пропущены строки без изменений",
};

export function DiffView({ diff }: { readonly diff: readonly LineChange[] }) {
  return (
    <div class={styles.diff} role="region" aria-label="Изменения в файле по строкам" tabIndex={0}>
      <ol class={styles.lines}>
        {diff.map(({ kind, line }, at) => (
          <li key={at} class={styles.line} data-kind={kind}>
            <span class={styles.sign} aria-hidden="true">
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
