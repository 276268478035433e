// How people ask: the list of phrases, with what is new marked, a search in it, and many pasted at once.
import { useId, useMemo, useRef, useState } from "preact/hooks";
import { grouped } from "../../parts/format.ts";
import { Button } from "../../../shared/parts/button.tsx";
import * as said from "./editor-wording.ts";
import { PhraseAdder } from "./phrase-adder.tsx";
import { PhraseRow } from "./phrase-row.tsx";
import { FEW, removePhrase, replacePhrase, shownPlaces } from "./phrase-list.ts";

export interface PhrasesFieldProps {
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
    onType(removePhrase(phrases, at));
    focusRow(list.current, place);
  };
  return (
    <section class="card fields" aria-labelledby={id}>
      <div class="field">
        <div class="field-top">
          <h2 id={id}>
            {said.PHRASES} <span class="field-count">{grouped(phrases.length)}</span>
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
      <ul ref={list} class="phrases" aria-label={said.PHRASES}>
        {shown.map((at, place) => (
          <PhraseRow
            key={at}
            label={said.phraseLabel(at)}
            phrase={phrases[at] ?? ""}
            isNew={!before.includes(phrases[at] ?? "")}
            onType={(phrase) => onType(replacePhrase(phrases, at, phrase))}
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

/** The row that takes the place of the removed one, so that the keyboard goes on there. */
function focusRow(list: HTMLUListElement | null, place: number): void {
  requestAnimationFrame(() => {
    const rows = list?.querySelectorAll<HTMLElement>(".phrase-remove") ?? [];
    const next = rows[Math.min(place, rows.length - 1)];
    if (next !== undefined) next.focus();
    else document.querySelector<HTMLElement>(".phrase-adder textarea")?.focus();
  });
}
