// The list of the content: search as you type, filters, what needs care.
import { useEffect, useMemo } from "preact/hooks";
import type { Content } from "../../../../console/content/content-api.ts";
import { drafts } from "../../drafts/drafts.ts";
import { Heading } from "../../parts/heading.tsx";
import { Icon } from "../../../shared/parts/icon.tsx";
import { SearchField } from "../../parts/search-field.tsx";
import { hrefOf, navigate, route } from "../../shell/router.ts";
import { draftTitle } from "../../drafts/draft.ts";
import { historyHref, keyHref, NEW_ENTRY, returnToPlace } from "../addresses.ts";
import { Filters } from "./filters.tsx";
import { createFind } from "./find.ts";
import { itemsOf } from "../items.ts";
import { FaultLines, WarningsNote } from "../notes.tsx";
import { ItemSections } from "./item-sections.tsx";
import { askedOf, paramsOf, type ListParams } from "./list.ts";
import * as styles from "./list.module.css";
import { FoundList } from "./found-list.tsx";
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
          <FaultLines
            title="Файл на диске не принят — бот отвечает по прежней версии"
            lines={content.faults}
          />
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
