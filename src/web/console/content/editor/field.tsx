// A field with its label, what it is for, how full it is, and what is wrong with it: all tied to it for screen readers.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import * as styles from "./fields.module.css";

export interface Ties {
  readonly id: string;
  readonly "aria-describedby": string;
  readonly "aria-invalid": true | undefined;
}

export function Field({
  label,
  hint,
  error,
  count,
  isOver = false,
  children,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** How full it is, and whether too full. */
  readonly count?: string;
  readonly isOver?: boolean;
  readonly children: (ties: Ties) => ComponentChildren;
}) {
  const id = useId();
  const ties: Ties = {
    id,
    "aria-describedby": `${id}-hint ${id}-error`,
    "aria-invalid": error === undefined ? undefined : true,
  };
  return (
    <div class={styles.field}>
      <div class="apart">
        <label for={id}>{label}</label>
        <span class="faint number" data-tone={isOver ? "bad" : undefined}>
          {count}
        </span>
      </div>
      {children(ties)}
      <p id={`${id}-hint`} class="faint" hidden={hint === undefined}>
        {hint}
      </p>
      <p id={`${id}-error`} class="problem" hidden={error === undefined}>
        {error}
      </p>
    </div>
  );
}
