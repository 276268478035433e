// A choice of few, side by side: links where each has an address, or the radio buttons of a form.
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
}: {
  readonly label: string;
  readonly options: readonly SegmentLink[];
}) {
  return (
    <nav class={styles.segments} aria-label={label}>
      {options.map(({ title, href, isChosen, count }) => (
        <a
          key={href}
          class={styles.segment}
          href={href}
          aria-current={isChosen ? "page" : undefined}
        >
          {title} {count === undefined ? null : <span class={styles.count}>{count}</span>}
        </a>
      ))}
    </nav>
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
