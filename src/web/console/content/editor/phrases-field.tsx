// How people ask: the list of phrases, with what is new marked, a search in it, and many pasted at once.
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { grouped } from "../../parts/format.ts";
import { Button } from "../../../shared/parts/button.tsx";
import { Icon } from "../../../shared/parts/icon.tsx";
import * as said from "./editor-wording.ts";
import { Field } from "./field.tsx";
import * as styles from "./fields.module.css";
import { addPhrases, FEW, shownPlaces } from "./phrase-list.ts";

interface PhrasesFieldProps {
  /** As they are in the file: what is not among them is new. */
  readonly before: readonly string[];
  readonly phrases: readonly string[];
  readonly error: string | undefined;
  readonly onType: (phrases: readonly string[]) => void;
}

export function PhrasesField({ before, phrases, error, onType }: PhrasesFieldProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState("");
  const [isAll, setIsAll] = useState(false);
  const [notice, setNotice] = useState("");
  // Not with each letter that is typed into a row: it would be gone from under the cursor.
  const shown = useMemo(
    () => shownPlaces(phrases, before, { query, isAll }),
    [phrases.length, before.join("\n"), query, isAll],
  );
  const hidden = query === "" ? phrases.length - shown.length : 0;
  const remove = (at: number, place: number) => {
    setNotice(said.phraseRemoved(phrases[at] ?? ""));
    onType(phrases.toSpliced(at, 1));
    focusRow(list.current, place);
  };
  return (
    <section class={`card ${styles.fields}`} aria-labelledby={id}>
      <div class={styles.field}>
        <div class={styles.top}>
          <h2 id={id}>
            {said.PHRASES} <span class={styles.count}>{grouped(phrases.length)}</span>
          </h2>
        </div>
        <p class="faint">{said.PHRASES_HINT}</p>
      </div>
      <PhraseAdder phrases={phrases} error={error} onType={onType} onNotice={setNotice} />
      <p class="hidden-label" role="status">
        {notice}
      </p>
      {phrases.length <= FEW && query === "" ? null : (
        <input
          type="search"
          aria-label={said.FIND_PHRASE}
          placeholder={said.FIND_PHRASE}
          autocomplete="off"
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      )}
      <ul ref={list} class={styles.phrases} aria-label={said.PHRASES}>
        {shown.map((at, place) => (
          <PhraseRow
            key={at}
            label={said.phraseLabel(at)}
            phrase={phrases[at] ?? ""}
            isNew={!before.includes(phrases[at] ?? "")}
            onType={(phrase) => onType(phrases.with(at, phrase))}
            onRemove={() => remove(at, place)}
          />
        ))}
      </ul>
      {query !== "" && shown.length === 0 ? <p class="faint">{said.NO_PHRASE}</p> : null}
      {hidden === 0 ? null : (
        <Button look="quiet" icon="down" onClick={() => setIsAll(true)}>
          {said.showAll(phrases.length)}
        </Button>
      )}
    </section>
  );
}

/** The field for new phrases: Enter adds, and so does going elsewhere or a reload; a pasted list is added line by line. */
function PhraseAdder({
  phrases,
  error,
  onType,
  onNotice,
}: Omit<PhrasesFieldProps, "before"> & { readonly onNotice: (notice: string) => void }) {
  const [text, setText] = useState("");
  const [known, setKnown] = useState<string>();
  const add = () => {
    if (text.trim() === "") return;
    const result = addPhrases(phrases, text);
    const count = result.phrases.length - phrases.length;
    onNotice(said.addedInWords(count, result.known));
    setKnown(result.known.length === 0 ? undefined : said.addedInWords(0, result.known));
    setText("");
    if (count > 0) onType(result.phrases);
  };
  const latest = useRef(add);
  latest.current = add;
  useEffect(() => {
    const addLast = () => latest.current();
    window.addEventListener("pagehide", addLast);
    return () => window.removeEventListener("pagehide", addLast);
  }, []);
  return (
    <Field label={said.NEW_PHRASE} hint={known ?? said.NEW_PHRASE_HINT} error={error}>
      {(ties) => (
        <div class={styles.adder}>
          <textarea
            {...ties}
            class={styles.grows}
            rows={1}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            onBlur={({ currentTarget }) => {
              // Another window is looked at: the phrase is still being written.
              if (document.activeElement !== currentTarget) add();
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              add();
            }}
          />
          <Button icon="plus" onClick={add}>
            {said.ADD}
          </Button>
        </div>
      )}
    </Field>
  );
}

/** One phrase: it can be changed where it stands, or taken out. */
function PhraseRow({
  label,
  phrase,
  isNew,
  onType,
  onRemove,
}: {
  readonly label: string;
  readonly phrase: string;
  readonly isNew: boolean;
  readonly onType: (phrase: string) => void;
  readonly onRemove: () => void;
}) {
  const title = said.removePhrase(phrase);
  return (
    <li class={styles.phrase}>
      <textarea
        class={styles.grows}
        rows={1}
        aria-label={label}
        value={phrase}
        onInput={({ currentTarget }) => onType(currentTarget.value.replaceAll("\n", " "))}
      />
      {isNew ? <span class="pill good">{said.NEW_MARK}</span> : null}
      <button
        type="button"
        class={`round ${styles.remove}`}
        aria-label={title}
        title={title}
        onClick={onRemove}
      >
        <Icon name="trash" size={18} />
      </button>
    </li>
  );
}

/** The row that takes the place of the removed one, so that the keyboard goes on there. */
function focusRow(list: HTMLUListElement | null, place: number): void {
  requestAnimationFrame(() => {
    const rows = list?.querySelectorAll("button") ?? [];
    const next = rows[Math.min(place, rows.length - 1)];
    // Where none is left, the field for new ones.
    (next ?? list?.closest("section")?.querySelector("textarea"))?.focus();
  });
}
