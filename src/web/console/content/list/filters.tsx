// Which part of the content the list shows.
import { SegmentLinks } from "../../parts/segments.tsx";
import { hrefOf } from "../../shell/router.ts";
import { needsCare, type Item } from "../items.ts";
import { FILTERS, KINDS, paramsOf, type ListParams } from "./list.ts";
import * as styles from "./list.module.css";
import * as wording from "../wording.ts";

export function Filters({
  asked,
  items,
}: {
  readonly asked: ListParams;
  readonly items: readonly Item[];
}) {
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
