// What the search found, with the place where it was found lit up; the arrow keys lead from one to the next.
import type { Content } from "../../../../console/content/content-api.ts";
import { Empty } from "../../parts/states.tsx";
import { keyHref } from "../addresses.ts";
import type { Found } from "./find.ts";
import { Badges } from "./item-badges.tsx";
import { leaveList } from "./list-place.ts";
import { Lit } from "../lit.tsx";
import * as wording from "../wording.ts";

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
    <ol class="card found-list" aria-label={wording.FOUND_LABEL} onKeyDown={moveFocus}>
      {found.map(({ item, title, place }) => (
        <li key={item.key} class="found-item">
          <a
            class="found-link"
            data-key={item.key}
            href={keyHref(item.key)}
            onClick={() => leaveList(item.key)}
          >
            <Lit parts={title} />
          </a>
          <span class="faint">{placeInContent(item, content)}</span>
          <Badges item={item} hasDraft={drafts.has(item.key)} />
          {place === undefined ? null : (
            <p class="found-place">
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
  const links = [...document.querySelectorAll<HTMLElement>(".found-link")];
  const at = links.findIndex((link) => link === document.activeElement) + step;
  const next = at < 0 ? document.querySelector<HTMLElement>(".search-box input") : links[at];
  next?.focus();
}
