// The field that searches the content as one types: "/" leads to it, the arrow keys into what was found.
import { useEffect, useId, useRef } from "preact/hooks";
import { Icon } from "../../../shared/parts/icon.tsx";
import { SEARCH, SEARCH_HINT } from "../wording.ts";

export function SearchBox({
  query,
  status,
  onQuery,
}: {
  readonly query: string;
  /** How much was found, for screen readers. */
  readonly status: string;
  readonly onQuery: (query: string) => void;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onQuery("");
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    document.querySelector<HTMLElement>(".found-link")?.focus();
  };
  return (
    <div class="search-box" role="search">
      <label class="hidden-label" for={id}>
        {SEARCH}
      </label>
      <Icon name="search" />
      <input
        ref={input}
        id={id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={SEARCH_HINT}
        aria-keyshortcuts="/"
        value={query}
        onInput={({ currentTarget }) => onQuery(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span class="hidden-label" role="status">
        {status}
      </span>
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select");
}
