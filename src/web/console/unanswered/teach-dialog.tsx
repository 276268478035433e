// What a question is about, or that it is not for us: entries and topics, found while one types; a click teaches.
import { useMemo, useState } from "preact/hooks";
import type { Content } from "../../../console/content/content-api.ts";
import type { Door } from "../../../journal/open-group.ts";
import { Button } from "../../shared/parts/button.tsx";
import { Dialog } from "../../shared/parts/dialog.tsx";
import { Skeleton } from "../parts/states.tsx";
import { createChoiceSearch } from "./choices.ts";
import * as styles from "./dialogs.module.css";
import { writeEntry } from "./new-entry.ts";
import { named, type Opened, type Teaching } from "./page.ts";
import * as wording from "./wording.ts";

interface TeachDialogProps {
  readonly teaching: Teaching;
  readonly door: Door;
  /** Undefined as long as it is on its way. */
  readonly content: Content | undefined;
}

export function TeachDialog(props: TeachDialogProps) {
  const { teaching, door, content } = props;
  const opened = teaching.opened.value;
  if (opened === undefined) return null;
  const { kind, question } = opened;
  const { text, phrase, isAnswered = false } = question;
  const close = () => {
    teaching.opened.value = undefined;
  };
  const teach = (ownerId: string) => {
    close();
    void teaching.work.teach(named(question, door), ownerId);
  };
  return (
    <Dialog
      key={kind}
      title={wording.DIALOG_TITLES[kind]}
      onClose={close}
      isWide
      foot={<Foot {...props} opened={opened} onClose={close} />}
    >
      <blockquote class={styles.quote}>{text}</blockquote>
      {kind === "picker" ? null : <p>{isAnswered ? wording.TOPIC_HINT : wording.LIST_HINT}</p>}
      {phrase === text || phrase === undefined ? null : <p class="faint">{`Запомнит: «${phrase}»`}</p>}
      {phrase === undefined ? (
        <p class="note warn">{wording.CANNOT_TEACH}</p>
      ) : content === undefined ? (
        <Skeleton />
      ) : (
        <Picker content={content} hasEntries={kind === "picker"} onPick={teach} />
      )}
    </Dialog>
  );
}

function Foot({
  teaching: { work, opened: shown },
  door,
  content,
  opened: { kind, question },
  onClose,
}: TeachDialogProps & { readonly opened: Opened; readonly onClose: () => void }) {
  const categoryId = content?.categories[0]?.id;
  const hide = () => {
    onClose();
    void work.dismiss(named(question, door));
  };
  const dismiss = () => {
    shown.value = { kind: "dismiss", question };
  };
  if (kind === "dismiss") {
    return (
      <>
        <Button onClick={onClose}>Отмена</Button>
        {question.isAnswered === true ? null : (
          <Button look="primary" onClick={hide}>
            Убрать из списка
          </Button>
        )}
      </>
    );
  }
  // The cards of the lists have these themselves.
  if (door !== "journal") return <Button onClick={onClose}>Отмена</Button>;
  return (
    <>
      <Button
        icon="plus"
        isDisabled={categoryId === undefined}
        onClick={() => writeEntry(question, categoryId ?? "", door)}
      >
        Новая запись
      </Button>
      <Button icon="close" onClick={dismiss}>
        {wording.NOT_FOR_US}
      </Button>
    </>
  );
}

function Picker({
  content,
  hasEntries,
  onPick,
}: {
  readonly content: Content;
  readonly hasEntries: boolean;
  readonly onPick: (ownerId: string) => void;
}) {
  const search = useMemo(() => createChoiceSearch(content, hasEntries), [content]);
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
      {found.length === 0 ? <p class="faint">Ничего не нашлось. Может быть, нужна новая запись?</p> : null}
      <ul class={styles.options} aria-label="Записи">
        {found.map(({ item: { id, title }, about, place }) => (
          <li key={id}>
            <button type="button" class={`box ${styles.option}`} onClick={() => onPick(id)}>
              <strong>{title}</strong>
              <span class="faint cut">{about}</span>
              {place === undefined ? null : <span class="faint">{place.text}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
