// Which part of the content the list shows, and in which order.
import { useId } from "preact/hooks";
import { SegmentLinks } from "../../parts/segments.tsx";
import { hrefOf } from "../../shell/router.ts";
import type { Item } from "../items.ts";
import { countOf, FILTERS, KINDS, ORDERS, paramsOf, type ListParams } from "./list.ts";
import * as styles from "./list.module.css";
import * as wording from "../wording.ts";

export function Filters({
  asked,
  items,
  drafts,
  onChange,
}: {
  readonly asked: ListParams;
  readonly items: readonly Item[];
  readonly drafts: ReadonlySet<string>;
  readonly onChange: (changed: Partial<ListParams>) => void;
}) {
  const ofKind = items.filter(({ kind }) => kind === asked.kind);
  const hasDrafts = items.some(({ key }) => drafts.has(key));
  const id = useId();
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
        options={FILTERS.filter((filter) => filter !== "drafts" || hasDrafts).map((filter) => ({
          title: wording.FILTERS[filter],
          href: hrefOf("content", paramsOf({ ...asked, filter })),
          isChosen: filter === asked.filter,
          count: countOf(ofKind, filter, drafts),
        }))}
      />
      <span class={styles.order}>
        <label class="hidden-label" for={id}>
          Порядок
        </label>
        <select
          id={id}
          value={asked.order}
          onChange={({ currentTarget }) => {
            const order = ORDERS.find((one) => one === currentTarget.value);
            if (order !== undefined) onChange({ order });
          }}
        >
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {wording.ORDERS[order]}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
