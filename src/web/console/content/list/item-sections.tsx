// The items of the list in tables, a table a category.
import type { Content } from "../../../../console/content/content-api.ts";
import { Icon } from "../../../shared/parts/icon.tsx";
import { Empty } from "../../parts/states.tsx";
import { Table, type Column } from "../../parts/table.tsx";
import { Votes } from "../../parts/votes.tsx";
import { grouped } from "../../parts/format.ts";
import { keyHref, leaveList } from "../addresses.ts";
import { careOf, type Item } from "../items.ts";
import { sectionsOf, type ListParams } from "./list.ts";
import * as styles from "./list.module.css";
import * as wording from "../wording.ts";

export function ItemSections({
  asked,
  items,
  content,
  drafts,
}: {
  readonly asked: ListParams;
  readonly items: readonly Item[];
  readonly content: Content;
  readonly drafts: ReadonlySet<string>;
}) {
  const sections = sectionsOf(items, asked, content.categories);
  const hint = wording.KIND_HINTS[asked.kind];
  if (sections.length === 0) return <Nothing asked={asked} />;
  return (
    <>
      {hint === "" ? null : <p class="faint">{hint}</p>}
      {sections.map(({ title, items: shown }) => (
        <section key={title} class={`card ${styles.section}`}>
          {title === undefined ? null : <h2>{title}</h2>}
          <Table
            caption={title ?? wording.KINDS[asked.kind]}
            columns={columnsOf(asked.kind, drafts)}
            rows={shown}
            keyOf={({ key }) => key}
          />
        </section>
      ))}
    </>
  );
}

function columnsOf(kind: Item["kind"], drafts: ReadonlySet<string>): readonly Column<Item>[] {
  const isEntry = kind === "entry";
  const title: Column<Item> = {
    title: isEntry ? "Вопрос" : "Название",
    kind: "main",
    cell: (item) => <Title item={item} hasDraft={drafts.has(item.key)} />,
  };
  return isEntry ? [title, ASKED, VOTES, PHRASES, CHECKED] : [title, ASKED, PHRASES];
}

const ASKED: Column<Item> = {
  title: "Спросили",
  kind: "number",
  cell: ({ asked }) => grouped(asked),
};
const VOTES: Column<Item> = {
  title: "Оценки",
  kind: "number",
  cell: ({ up, down }) => (up + down === 0 ? <span class="faint">—</span> : <Votes up={up} down={down} />),
};
const PHRASES: Column<Item> = {
  title: "Фразы",
  kind: "number",
  cell: ({ phrases }) => grouped(phrases.length),
};
const CHECKED: Column<Item> = {
  title: "Проверено",
  kind: "number",
  cell: ({ checked }) =>
    checked === undefined ? (
      <span class="faint">—</span>
    ) : (
      <time dateTime={checked}>{checked.split("-").toReversed().join(".")}</time>
    ),
};

function Title({ item, hasDraft }: { readonly item: Item; readonly hasDraft: boolean }) {
  return (
    <span class={styles.title}>
      <a data-key={item.key} href={keyHref(item.key)} onClick={() => leaveList(item.key)}>
        {item.title}
      </a>
      <Badges item={item} hasDraft={hasDraft} />
      {item.kind === "entry" ? null : <span class={`faint cut ${styles.answer}`}>{item.answer}</span>}
    </span>
  );
}

/** What is to be seen of an item at a glance: a draft, bad votes, warnings. */
export function Badges({ item, hasDraft }: { readonly item: Item; readonly hasDraft: boolean }) {
  const cares = careOf(item);
  if (cares.length === 0 && !hasDraft) return null;
  return (
    <span class="row">
      {hasDraft ? (
        <span class="pill">
          <Icon name="edit" size={14} />
          черновик
        </span>
      ) : null}
      {cares.map((care) => (
        <span key={care.kind} class={care.kind === "disliked" ? "pill bad" : "pill warn"}>
          <Icon name="warning" size={14} />
          {wording.careInWords(care)}
        </span>
      ))}
    </span>
  );
}

function Nothing({ asked: { filter } }: { readonly asked: ListParams }) {
  return (
    <Empty icon={filter === "care" ? "check" : "content"} title="Здесь пусто">
      {filter === "care" ? <p>Всё в порядке: ни предупреждений, ни плохих оценок.</p> : null}
    </Empty>
  );
}
