// The day on which the answer was last compared with the documents, and where it is from.
import { localDateOf } from "../../../../text/local-date.ts";
import { Button } from "../../../shared/parts/button.tsx";
import { Field } from "./field.tsx";
import { isEntryView, type Opened, type Typed } from "./opened.ts";

export function CheckedField({
  opened: { view },
  checked = "",
  onType,
}: {
  readonly opened: Opened;
  readonly checked: string | undefined;
  readonly onType: (typed: Typed) => void;
}) {
  const source = isEntryView(view) ? view.source : undefined;
  const set = (date: string) => onType({ checked: date === "" ? undefined : date });
  return (
    <>
      <Field label="Когда ответ сверили с документами" hint="Дата видна под ответом. Оставьте пустой, если не сверяли.">
        {(ties) => (
          <div class="row">
            <input {...ties} type="date" value={checked} onInput={({ currentTarget }) => set(currentTarget.value)} />
            <Button onClick={() => set(localDateOf(new Date()))}>Сегодня</Button>
          </div>
        )}
      </Field>
      {source === undefined ? null : (
        <p class="faint">
          Источник:{" "}
          {source.url === undefined ? (
            source.title
          ) : (
            <a href={source.url} target="_blank" rel="noopener noreferrer">
              {source.title}
            </a>
          )}
          . Источник меняют в самом файле.
        </p>
      )}
    </>
  );
}
