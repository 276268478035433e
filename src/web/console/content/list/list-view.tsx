// The list of the content: search as you type, filters, what needs care.
import { useEffect, useMemo } from "preact/hooks";
import type { Content } from "../../../../console/content/content-api.ts";
import { drafts } from "../../drafts/drafts.ts";
import { Heading } from "../../parts/heading.tsx";
import { Icon } from "../../../shared/parts/icon.tsx";
import { hrefOf, navigate, route } from "../../shell/router.ts";
import { historyHref, keyHref, NEW_ENTRY } from "../addresses.ts";
import { DraftsNote, FaultsNote, WarningsNote } from "./banners.tsx";
import { Filters } from "./filters.tsx";
import { createFind } from "./find.ts";
import { FoundList } from "./found-list.tsx";
import { itemsOf } from "../items.ts";
import { ItemSections } from "./item-sections.tsx";
import { askedOf, paramsOf, type ListParams } from "./list-params.ts";
import { returnToPlace } from "./list-place.ts";
import { SearchBox } from "./search-box.tsx";
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
    <div class="content-list">
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
      <FaultsNote faults={content.faults} />
      <DraftsNote content={content} />
      <SearchBox
        query={asked.query}
        status={asked.query === "" ? "" : wording.foundInWords(found.length)}
        onQuery={(query) => change({ query })}
      />
      {asked.query.trim() === "" ? (
        <>
          <Filters asked={asked} items={items} drafts={draftKeys} onChange={change} />
          <WarningsNote warnings={content.warnings} />
          <ItemSections asked={asked} items={items} content={content} drafts={draftKeys} />
        </>
      ) : (
        <FoundList found={found} content={content} drafts={draftKeys} />
      )}
    </div>
  );
}
