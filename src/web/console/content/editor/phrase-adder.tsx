// The field for new phrases: Enter adds, and so does going elsewhere or a reload; a pasted list is added line by line.
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../shared/parts/button.tsx";
import * as said from "./editor-wording.ts";
import { Field } from "./field.tsx";
import type { PhrasesFieldProps } from "./phrases-field.tsx";
import { addPhrases } from "./phrase-list.ts";

export function PhraseAdder({
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
        <div class="phrase-adder">
          <textarea
            {...ties}
            class="grows"
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
