// A choice of few, side by side: links where each has an address, or the radio buttons of a form.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import * as styles from "./segments.module.css";

export interface SegmentLink {
  readonly title: string;
  readonly href: string;
  readonly isChosen: boolean;
  readonly count?: number | undefined;
}

export function SegmentLinks({
  label,
  options,
  children,
}: {
  readonly label: string;
  readonly options: readonly SegmentLink[];
  /** What is no link, such as a button that opens a dialog. */
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={styles.segments} role="group" aria-label={label}>
      {options.map(({ title, href, isChosen, count }) => (
        <a key={href} class={styles.segment} href={href} aria-current={isChosen ? "true" : undefined}>
          {title} {count === undefined ? null : <span class={styles.count}>{count}</span>}
        </a>
      ))}
      {children}
    </div>
  );
}

export function SegmentField<Value extends string>({
  label,
  titles,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly titles: readonly (readonly [value: Value, title: string])[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset class={styles.segments}>
      <legend class="hidden-label">{label}</legend>
      {titles.map(([value, title]) => (
        <label key={value} class={styles.segment}>
          <input
            type="radio"
            class="hidden-label"
            name={name}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}

/** For what is no link. */
export function SegmentButton({
  title,
  isChosen,
  onClick,
}: {
  readonly title: string;
  readonly isChosen: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      class={styles.segment}
      aria-haspopup="dialog"
      aria-current={isChosen ? "true" : undefined}
      onClick={onClick}
    >
      {title}
    </button>
  );
}
