// "Another answer…": all entries and topics, found while one types; a click teaches.
import { useMemo, useState } from "preact/hooks";
import type { Content } from "../../../console/content/content-api.ts";
import { Skeleton } from "../parts/states.tsx";
import { Dialog } from "../../shared/parts/dialog.tsx";
import { Button } from "../../shared/parts/button.tsx";
import { CannotTeach } from "./cannot-teach.tsx";
import { createChoiceSearch, type Choice } from "./choices.ts";
import * as styles from "./dialogs.module.css";
import { writeEntry } from "./new-entry.ts";
import { named, type TakenProps } from "./page.ts";

export function PickerDialog({ teaching: { work, opened }, door, question, content }: TakenProps) {
  const { text, phrase } = question;
  const categoryId = content?.categories[0]?.id;
  const close = () => {
    opened.value = undefined;
  };
  const pick = ({ item }: Choice) => {
    close();
    void work.teach(named(question, door), item.id);
  };
  return (
    <Dialog
      title="О чём этот вопрос?"
      onClose={close}
      isWide
      // The cards of the lists have these buttons themselves.
      foot={
        door !== "journal" ? undefined : (
          <>
            <Button
              icon="plus"
              isDisabled={categoryId === undefined}
              onClick={() => writeEntry(question, categoryId ?? "", door)}
            >
              Новая запись
            </Button>
            <Button
              icon="close"
              onClick={() => {
                opened.value = { kind: "dismiss", question };
              }}
            >
              Не к нам
            </Button>
          </>
        )
      }
    >
      <blockquote class={styles.quote}>{text}</blockquote>
      {phrase === text || phrase === undefined ? null : (
        <p class="faint">{`Запомнит: «${phrase}»`}</p>
      )}
      {phrase === undefined ? (
        <CannotTeach />
      ) : content === undefined ? (
        <Skeleton />
      ) : (
        <Picker content={content} onPick={pick} />
      )}
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
