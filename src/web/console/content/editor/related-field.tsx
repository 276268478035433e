// Which questions are offered under the answer: those the bot finds, or a list of one's own.
import { useId } from "preact/hooks";
import type { Content } from "../../../../console/content/content-api.ts";
import type { EntryFields, SideTopicFields } from "../../../../faq/edit/item-fields.ts";
import { Round } from "../../../shared/parts/button.tsx";
import { entryKey, questionOf } from "../items.ts";
import * as styles from "./fields.module.css";
import { neighboursOf, type Opened, type Typed } from "./opened.ts";

interface RelatedFieldProps {
  readonly opened: Opened;
  readonly fields: EntryFields;
  readonly content: Content;
  readonly onType: (typed: Typed) => void;
}

/** So many the bot offers at most: under an answer, and under what a side topic says. */
const SHOWN = 4;
const SHOWN_UNDER_SIDE_TOPIC = 3;

export function RelatedField({ opened, fields: { related }, content, onType }: RelatedFieldProps) {
  const name = useId();
  const found = neighboursOf(opened).slice(0, SHOWN);
  const titleOf = (id: string) => questionOf(id, content.entries);
  return (
    <fieldset class={styles.field}>
      <legend>Похожие вопросы под ответом</legend>
      <label class={styles.radio}>
        <input
          type="radio"
          name={name}
          checked={related === undefined}
          onChange={() => onType({ related: undefined })}
        />
        Подбирает бот
      </label>
      {related === undefined ? (
        <ul class={styles.relatedList} data-auto>
          {found.map((id) => (
            <li key={id}>{titleOf(id)}</li>
          ))}
        </ul>
      ) : null}
      <label class={styles.radio}>
        <input type="radio" name={name} checked={related !== undefined} onChange={() => onType({ related: found })} />
        Выбрать самому
      </label>
      {related === undefined ? null : (
        <Chosen
          related={related}
          content={content}
          isOwn={(id) => opened.key === entryKey(id)}
          shown={SHOWN}
          onChange={(next) => onType({ related: next })}
        />
      )}
    </fieldset>
  );
}

/** Where a side topic leads: the buttons under what it says. */
export function LeadsField({
  fields: { related = [] },
  content,
  onType,
}: Omit<RelatedFieldProps, "opened" | "fields"> & { readonly fields: SideTopicFields }) {
  return (
    <fieldset class={styles.field}>
      <legend>Вопросы кнопками под ответом</legend>
      <Chosen
        related={related}
        content={content}
        shown={SHOWN_UNDER_SIDE_TOPIC}
        onChange={(next) => onType({ related: next.length === 0 ? undefined : next })}
      />
    </fieldset>
  );
}

function Chosen({
  related,
  content: { entries },
  isOwn = () => false,
  shown,
  onChange,
}: {
  readonly related: readonly string[];
  readonly content: Pick<Content, "entries">;
  readonly isOwn?: (id: string) => boolean;
  /** How many of them the bot offers at most. */
  readonly shown: number;
  readonly onChange: (related: readonly string[]) => void;
}) {
  const titleOf = (id: string) => questionOf(id, entries);
  const others = entries.map(({ id }) => id).filter((id) => !related.includes(id) && !isOwn(id));
  const moveUp = (at: number) => {
    const moved = related[at];
    if (moved !== undefined) onChange(related.toSpliced(at, 1).toSpliced(at - 1, 0, moved));
  };
  return (
    <>
      {related.length === 0 ? <p class="faint">Под ответом не будет похожих вопросов.</p> : null}
      <ol class={styles.relatedList}>
        {related.map((id, at) => (
          <li key={id}>
            <span>{titleOf(id)}</span>
            {at === 0 ? null : <Round icon="higher" title={`Выше: «${titleOf(id)}»`} onClick={() => moveUp(at)} />}
            <Round icon="close" title={`Убрать: «${titleOf(id)}»`} onClick={() => onChange(related.toSpliced(at, 1))} />
          </li>
        ))}
      </ol>
      {related.length > shown ? <p class="faint">{`Под ответом поместятся первые ${shown}.`}</p> : null}
      <select
        aria-label="Добавить вопрос"
        value=""
        onChange={({ currentTarget }) => {
          const { value } = currentTarget;
          currentTarget.value = "";
          if (value !== "") onChange([...related, value]);
        }}
      >
        <option value="">Выберите вопрос…</option>
        {others.map((id) => (
          <option key={id} value={id}>
            {titleOf(id)}
          </option>
        ))}
      </select>
    </>
  );
}
