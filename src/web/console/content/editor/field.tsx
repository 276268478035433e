// A field with its label, what it is for, how full it is, and what is wrong with it: all tied to it for screen readers.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { counter } from "./editor-wording.ts";
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
  length,
  maxLength,
  children,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly length?: number;
  readonly maxLength?: number;
  readonly children: (ties: Ties) => ComponentChildren;
}) {
  const id = useId();
  const ties: Ties = {
    id,
    "aria-describedby": `${id}-hint ${id}-error`,
    "aria-invalid": error === undefined ? undefined : true,
  };
  const isOver = length !== undefined && maxLength !== undefined && length > maxLength;
  return (
    <div class={styles.field}>
      <div class={styles.top}>
        <label for={id}>{label}</label>
        {length === undefined || maxLength === undefined ? null : (
          <span class={styles.counter} data-over={isOver ? "" : undefined}>
            {counter(length, maxLength)}
          </span>
        )}
      </div>
      {children(ties)}
      <p id={`${id}-hint`} class="faint" hidden={hint === undefined}>
        {hint}
      </p>
      <p id={`${id}-error`} class={styles.error} hidden={error === undefined}>
        {error}
      </p>
    </div>
  );
}
