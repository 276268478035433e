// Which part of the content the list shows, and in which order.
import { useId } from "preact/hooks";
import "../../parts/segments.css";
import { hrefOf } from "../../shell/router.ts";
import type { Item } from "../items.ts";
import { countOf, FILTERS, KINDS, ORDERS, paramsOf, type ListParams } from "./list.ts";
import styles from "./list.module.css";
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
    <div class={styles.filters}>
      <Choices
        label={wording.KINDS_LABEL}
        choices={KINDS}
        chosen={asked.kind}
        titleOf={(kind) => wording.KINDS[kind]}
        countOf={(kind) => items.filter((item) => item.kind === kind).length}
        hrefOf={(kind) => hrefOf("content", paramsOf({ ...asked, kind }))}
      />
      <Choices
        label={wording.FILTER_LABEL}
        choices={FILTERS.filter((filter) => filter !== "drafts" || hasDrafts)}
        chosen={asked.filter}
        titleOf={(filter) => wording.FILTERS[filter]}
        countOf={(filter) => countOf(ofKind, filter, drafts)}
        hrefOf={(filter) => hrefOf("content", paramsOf({ ...asked, filter }))}
      />
      <span class={styles.order}>
        <label class="hidden-label" for={id}>
          {wording.ORDER_LABEL}
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

function Choices<T extends string>({
  label,
  choices,
  chosen,
  titleOf,
  countOf,
  hrefOf,
}: {
  readonly label: string;
  readonly choices: readonly T[];
  readonly chosen: T;
  readonly titleOf: (choice: T) => string;
  readonly countOf: (choice: T) => number;
  readonly hrefOf: (choice: T) => string;
}) {
  return (
    <nav class="segments" aria-label={label}>
      {choices.map((choice) => (
        <a
          key={choice}
          class="segment"
          href={hrefOf(choice)}
          aria-current={choice === chosen ? "true" : undefined}
        >
          {titleOf(choice)} <span class="segment-count">{countOf(choice)}</span>
        </a>
      ))}
    </nav>
  );
}
