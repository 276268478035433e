// "Another answer…": all entries, found while one types; a click teaches.
import { useMemo, useState } from "preact/hooks";
import type { Content } from "../../../console/content/content-api.ts";
import { Dialog } from "../../shared/parts/dialog.tsx";
import { createChoiceSearch, type Choice } from "./choices.ts";
import type { Shown } from "./group-order.ts";
import { named, type UnansweredPage } from "./page.ts";
import * as styles from "./dialogs.module.css";

export function PickerDialog({
  page: { work, opened, pool },
  group,
  content,
}: {
  readonly page: UnansweredPage;
  readonly group: Shown;
  readonly content: Content;
}) {
  const close = () => {
    opened.value = undefined;
  };
  const pick = ({ item }: Choice) => {
    close();
    void work.teach(named(group, pool), item.id);
  };
  return (
    <Dialog title="О чём этот вопрос?" onClose={close} isWide>
      <blockquote class={styles.quote}>{group.text}</blockquote>
      {group.phrase === group.text || group.phrase === undefined ? null : (
        <p class="faint">{`Запомнит: «${group.phrase}»`}</p>
      )}
      <Picker content={content} onPick={pick} />
    </Dialog>
  );
}

function Picker({
  content,
  onPick,
}: {
  readonly content: Content;
  readonly onPick: (choice: Choice) => void;
}) {
  const search = useMemo(() => createChoiceSearch(content), [content]);
  const [query, setQuery] = useState("");
  const found = search(query);
  return (
    <div class="column">
      <input
        class={styles.search}
        type="search"
        autoComplete="off"
        autofocus
        aria-label="Найти запись"
        placeholder="Слово из вопроса или из формулировок"
        value={query}
        onInput={({ currentTarget: { value } }) => setQuery(value)}
      />
      <p class="hidden-label" role="status">
        {query === "" ? "" : `Найдено: ${found.length}`}
      </p>
      {found.length === 0 ? (
        <p class="faint">Ничего не нашлось. Может быть, нужна новая запись?</p>
      ) : null}
      <ul class={styles.options} aria-label="Записи">
        {found.map((choice) => (
          <li key={choice.item.id}>
            <button type="button" class={`box ${styles.option}`} onClick={() => onPick(choice)}>
              <strong>{choice.item.title}</strong>
              <span class="faint">{choice.category}</span>
              {choice.place === undefined ? null : <span class="faint">{choice.place.text}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
