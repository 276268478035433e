// Which questions are offered under the answer: those the bot finds, or a list of one's own.
import { useId } from "preact/hooks";
import type { Content } from "../../../../console/content/content-api.ts";
import type { EntryFields } from "../../../../faq/edit/item-fields.ts";
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

/** So many the bot offers at most. */
const SHOWN = 4;

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
        <input
          type="radio"
          name={name}
          checked={related !== undefined}
          onChange={() => onType({ related: found })}
        />
        Выбрать самому
      </label>
      {related === undefined ? null : (
        <Chosen
          related={related}
          titleOf={titleOf}
          others={content.entries
            .map(({ id }) => id)
            .filter((id) => !related.includes(id) && opened.key !== entryKey(id))}
          onChange={(next) => onType({ related: next })}
        />
      )}
    </fieldset>
  );
}

function Chosen({
  related,
  titleOf,
  others,
  onChange,
}: {
  readonly related: readonly string[];
  readonly titleOf: (id: string) => string;
  readonly others: readonly string[];
  readonly onChange: (related: readonly string[]) => void;
}) {
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
            {at === 0 ? null : (
              <Round icon="higher" title={`Выше: «${titleOf(id)}»`} onClick={() => moveUp(at)} />
            )}
            <Round
              icon="close"
              title={`Убрать: «${titleOf(id)}»`}
              onClick={() => onChange(related.toSpliced(at, 1))}
            />
          </li>
        ))}
      </ol>
      {related.length > SHOWN ? <p class="faint">Под ответом поместятся первые четыре.</p> : null}
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
