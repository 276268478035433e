// The list of the content: search as you type, filters, what needs care.
import { useEffect, useMemo } from "preact/hooks";
import type { Content } from "../../../../console/content/content-api.ts";
import { drafts } from "../../drafts/drafts.ts";
import { Heading } from "../../parts/heading.tsx";
import { Icon } from "../../../shared/parts/icon.tsx";
import { SearchField } from "../../parts/search-field.tsx";
import { SegmentLinks } from "../../parts/segments.tsx";
import { Empty } from "../../parts/states.tsx";
import { hrefOf, navigate, route } from "../../shell/router.ts";
import { draftTitle } from "../../drafts/draft.ts";
import { historyHref, keyHref, leaveList, NEW_ENTRY, returnToPlace } from "../addresses.ts";
import { createFind, type Found } from "./find.ts";
import { itemsOf, needsCare, type Item } from "../items.ts";
import { FaultLines, WarningsNote } from "../notes.tsx";
import { Badges, ItemSections } from "./item-sections.tsx";
import { askedOf, FILTERS, KINDS, paramsOf, type ListParams } from "./list.ts";
import * as styles from "./list.module.css";
import * as wording from "../wording.ts";

export function ListView({ content }: { readonly content: Content }) {
  const items = useMemo(() => itemsOf(content), [content]);
  const find = useMemo(() => createFind(items), [items]);
  const asked = askedOf(route.value.params);
  const found = useMemo(() => find(asked.query), [find, asked.query]);
  const draftKeys = new Set(drafts.all.value.map(({ key }) => key));
  const change = (changed: Partial<ListParams>) =>
    navigate(hrefOf("content", paramsOf({ ...asked, ...changed })), { isSameStep: true });
  useEffect(returnToPlace, []);
  return (
    <div class={`stacked ${styles.list}`}>
      <Heading title={wording.TITLE} hint={wording.hint(content.file, content.days)}>
        <a class="button" href={historyHref()}>
          <Icon name="clock" size={18} />
          {wording.HISTORY}
        </a>
        <a class="button primary" href={keyHref(NEW_ENTRY)}>
          <Icon name="plus" size={18} />
          {wording.NEW_ENTRY}
        </a>
      </Heading>
      {content.faults.length === 0 ? null : (
        <section class="note bad" role="alert">
          <FaultLines title="Файл на диске не принят — бот отвечает по прежней версии" lines={content.faults} />
        </section>
      )}
      <DraftsNote content={content} />
      <SearchField
        label="Найти в содержании"
        placeholder="Слова из вопроса, фразы или ответа"
        text={asked.query}
        onSearch={(query) => change({ query })}
      />
      <span class="hidden-label" role="status">
        {asked.query === "" ? "" : wording.foundInWords(found.length)}
      </span>
      {asked.query.trim() === "" ? (
        <>
          <Filters asked={asked} items={items} />
          <WarningsNote title="Предупреждения обо всём файле" warnings={content.warnings} />
          <ItemSections asked={asked} items={items} content={content} drafts={draftKeys} />
        </>
      ) : (
        <FoundList found={found} content={content} drafts={draftKeys} />
      )}
    </div>
  );
}

/** The unsaved changes of all items. */
function DraftsNote({ content }: { readonly content: Content }) {
  const kept = drafts.all.value;
  if (kept.length === 0) return null;
  return (
    <section class="note" aria-label={wording.DRAFTS}>
      <Icon name="edit" />
      <div class="note-text">
        <h2>{wording.DRAFTS}</h2>
        <ul class="row">
          {kept.map(({ key, edit }) => (
            <li key={key}>
              <a href={keyHref(key)}>{draftTitle(edit, content)}</a>
            </li>
          ))}
        </ul>
      </div>
      <a class="button small" href={hrefOf("try")}>
        <Icon name="try" size={18} />
        Опробовать черновик
      </a>
    </section>
  );
}

/** Which part of the content the list shows. */
function Filters({ asked, items }: { readonly asked: ListParams; readonly items: readonly Item[] }) {
  const ofKind = items.filter(({ kind }) => kind === asked.kind);
  const counts = { all: ofKind.length, care: ofKind.filter(needsCare).length };
  return (
    <div class={`row ${styles.filters}`}>
      <SegmentLinks
        label="Что показать"
        options={KINDS.map((kind) => ({
          title: wording.KINDS[kind],
          href: hrefOf("content", paramsOf({ ...asked, kind })),
          isChosen: kind === asked.kind,
          count: items.filter((item) => item.kind === kind).length,
        }))}
      />
      <SegmentLinks
        label="Какие показать"
        options={FILTERS.map((filter) => ({
          title: wording.FILTERS[filter],
          href: hrefOf("content", paramsOf({ ...asked, filter })),
          isChosen: filter === asked.filter,
          count: counts[filter],
        }))}
      />
    </div>
  );
}

/** What was found in the content, with the place that says why. */
function FoundList({
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
