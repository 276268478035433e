// Search as one types: "/" leads to the field, the arrow keys from it through what was found.
import { useEffect, useId, useRef } from "preact/hooks";
import type { Content } from "../../../../console/content/content-api.ts";
import { Icon } from "../../../shared/parts/icon.tsx";
import { Empty } from "../../parts/states.tsx";
import { keyHref, leaveList } from "../addresses.ts";
import { Lit } from "../lit.tsx";
import * as wording from "../wording.ts";
import type { Found } from "./find.ts";
import { Badges } from "./item-sections.tsx";
import * as styles from "./list.module.css";

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
    foundLinks()[0]?.focus();
  };
  return (
    <div class={styles.search} role="search">
      <label class="hidden-label" for={id}>
        {wording.SEARCH}
      </label>
      <Icon name="search" />
      <input
        ref={input}
        id={id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={wording.SEARCH_HINT}
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

export function FoundList({
  found,
  content,
  drafts,
}: {
  readonly found: readonly Found[];
  readonly content: Content;
  readonly drafts: ReadonlySet<string>;
}) {
  if (found.length === 0) {
    return (
      <Empty icon="search" title={wording.NOTHING_FOUND}>
        <p>{wording.NOTHING_FOUND_HINT}</p>
      </Empty>
    );
  }
  return (
    <ol class={`card ${styles.found}`} aria-label={wording.FOUND_LABEL} onKeyDown={moveFocus}>
      {found.map(({ item, title, place }) => (
        <li key={item.key} class={styles.foundItem}>
          <a
            class={styles.foundLink}
            data-key={item.key}
            href={keyHref(item.key)}
            onClick={() => leaveList(item.key)}
          >
            <Lit parts={title} />
          </a>
          <span class="faint">{placeInContent(item, content)}</span>
          <Badges item={item} hasDraft={drafts.has(item.key)} />
          {place === undefined ? null : (
            <p class={styles.foundPlace}>
              <span class="faint">{wording.FIELDS[place.field]}: </span>
              <Lit parts={place.parts} />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function placeInContent(item: Found["item"], { categories }: Content): string {
  const category = categories.find(({ id }) => id === item.categoryId);
  return category?.title ?? wording.KINDS[item.kind];
}

function moveFocus(event: KeyboardEvent): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const links = foundLinks();
  const at = links.findIndex((link) => link === document.activeElement) + step;
  const next = at < 0 ? document.querySelector<HTMLElement>('[role="search"] input') : links[at];
  next?.focus();
}

function foundLinks(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[aria-label="${wording.FOUND_LABEL}"] a`)];
}
