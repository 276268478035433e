// A field that searches as one types.
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../../shared/parts/icon.tsx";
import * as styles from "./search-field.module.css";

/** So long after the last letter. */
const PAUSE_MS = 250;

export function SearchField({
  label,
  placeholder = label,
  text,
  onSearch,
}: {
  readonly label: string;
  readonly placeholder?: string;
  /** What was searched for last. */
  readonly text: string;
  readonly onSearch: (text: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // What was chosen since the last letter stays.
  const latest = useRef(onSearch);
  latest.current = onSearch;
  const search = () => {
    timer.current = undefined;
    latest.current(field.current?.value.trim() ?? "");
  };
  useEffect(() => {
    const input = field.current;
    // Somebody who writes is not interrupted.
    if (input !== null && timer.current === undefined && input.value.trim() !== text) input.value = text;
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <label class={styles.search}>
      <span class="hidden-label">{label}</span>
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        placeholder={placeholder}
        autocomplete="off"
        defaultValue={text}
        onInput={() => {
          clearTimeout(timer.current);
          timer.current = setTimeout(search, PAUSE_MS);
        }}
      />
    </label>
  );
}
