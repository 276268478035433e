// What was found in the content, with the place that says why.
import type { Content } from "../../../../console/content/content-api.ts";
import { Empty } from "../../parts/states.tsx";
import { keyHref, leaveList } from "../addresses.ts";
import * as wording from "../wording.ts";
import type { Found } from "./find.ts";
import { Badges } from "./item-sections.tsx";
import * as styles from "./list.module.css";

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
        <p>Попробуйте другое слово или часть слова.</p>
      </Empty>
    );
  }
  return (
    <ol class={`card ${styles.found}`} aria-label="Найденное">
      {found.map(({ item, place }) => (
        <li key={item.key} class={styles.foundItem}>
          <a data-key={item.key} href={keyHref(item.key)} onClick={() => leaveList(item.key)}>
            <strong>{item.title}</strong>
          </a>
          <span class="faint">{placeInContent(item, content)}</span>
          <Badges item={item} hasDraft={drafts.has(item.key)} />
          {place === undefined ? null : (
            <p class={styles.foundPlace}>
              <span class="faint">{wording.FIELDS[place.field]}: </span>
              {place.text}
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
