// "Another answer…": all entries, found while one types; the arrow keys choose, Enter teaches.
import { useId, useMemo, useState } from "preact/hooks";
import type { Content } from "../../../console/content/content-api.ts";
import { Dialog } from "../../shared/parts/dialog.tsx";
import { createChoiceSearch, type Choice } from "./choices.ts";
import type { Shown } from "./group-order.ts";
import { named, type UnansweredPage } from "./page.ts";
import * as wording from "./wording.ts";
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
        <p class="faint">{wording.taughtPhrase(group.phrase)}</p>
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
  const id = useId();
  const search = useMemo(() => createChoiceSearch(content), [content]);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const found = search(query);
  const chosen = found[Math.min(at, found.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: found.length - 1 }[event.key];
    if (event.key === "Enter" && chosen !== undefined) onPick(chosen);
    if (next === undefined || (query !== "" && (event.key === "Home" || event.key === "End")))
      return;
    event.preventDefault();
    const place = Math.max(0, Math.min(found.length - 1, next));
    setAt(place);
    document.getElementById(optionId(id, place))?.scrollIntoView({ block: "nearest" });
  };
  return (
    <div class="column">
      <label class="hidden-label" for={id}>
        Найти запись
      </label>
      <input
        id={id}
        class={styles.search}
        type="text"
        role="combobox"
        autoComplete="off"
        autofocus
        placeholder="Слово из вопроса или из формулировок"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={
          chosen === undefined ? undefined : optionId(id, found.indexOf(chosen))
        }
        value={query}
        onInput={({ currentTarget: { value } }) => {
          setQuery(value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p class="hidden-label" role="status">
        {query === "" ? "" : wording.foundInWords(found.length)}
      </p>
      {found.length === 0 ? (
        <p class="faint">Ничего не нашлось. Может быть, нужна новая запись?</p>
      ) : null}
      <ul id={`${id}-list`} class={styles.pickerList} role="listbox" aria-label="Записи">
        {found.map((choice, place) => (
          <li
            key={choice.item.id}
            id={optionId(id, place)}
            class={styles.pickerOption}
            role="option"
            aria-selected={choice === chosen}
            onClick={() => onPick(choice)}
          >
            <span>{choice.item.title}</span>
            <span class="faint">{choice.category}</span>
            {choice.place === undefined ? null : (
              <span class={`${styles.pickerPlace} faint`}>{choice.place.text}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function optionId(id: string, place: number): string {
  return `${id}-${place}`;
}
