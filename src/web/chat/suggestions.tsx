// The list of suggestions over the field: commands after "/", the bot after "@".
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Suggestion } from "./composing.ts";
import * as styles from "./chat-composer.module.css";

export interface Suggestions {
  readonly offered: readonly Suggestion[];
  readonly active: number;
  /** None closes the list. */
  readonly offer: (suggestions: readonly Suggestion[]) => void;
  readonly pick: (index: number) => void;
  /** Whether the key was for the list. */
  readonly takesKey: (event: KeyboardEvent) => boolean;
}

export function useSuggestions(choose: (text: string) => void): Suggestions {
  const state = useSignal<Pick<Suggestions, "offered" | "active">>({ offered: [], active: 0 });
  const { offered, active } = state.value;
  const offer = (suggestions: readonly Suggestion[]) => {
    state.value = { offered: suggestions, active: 0 };
  };
  const pick = (index: number) => {
    offer([]);
    const suggestion = offered[index];
    if (suggestion !== undefined) choose(suggestion.text);
  };
  const move = (step: number) => {
    state.value = { offered, active: (active + step + offered.length) % offered.length };
  };
  const takesKey = ({ key }: KeyboardEvent) => {
    if (offered.length === 0) return false;
    if (key === "ArrowDown") move(1);
    else if (key === "ArrowUp") move(-1);
    else if (key === "Enter" || key === "Tab") pick(active);
    else if (key === "Escape") offer([]);
    else return false;
    return true;
  };
  return { offered, active, offer, pick, takesKey };
}

export function optionId(index: number): string {
  return `suggestion-${index}`;
}

export function SuggestionList({ suggestions }: { readonly suggestions: Suggestions }) {
  const { offered, active, pick } = suggestions;
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [offered, active]);
  return (
    <ul
      ref={list}
      id="suggestions"
      class={styles.suggestions}
      role="listbox"
      aria-label="Подсказки"
      hidden={offered.length === 0}
    >
      {offered.map(({ text, hint }, index) => (
        <li
          key={text}
          id={optionId(index)}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => {
            event.preventDefault();
            pick(index);
          }}
        >
          <strong>{text}</strong>
          <span class="faint">{hint}</span>
        </li>
      ))}
    </ul>
  );
}
