// How people ask: a phrase a line, so that a list is pasted, looked through and thinned out like any text.
import * as said from "./editor-wording.ts";
import { Field } from "./field.tsx";
import * as styles from "./fields.module.css";

export function PhrasesField({
  phrases,
  error,
  onType,
}: {
  readonly phrases: readonly string[];
  readonly error: string | undefined;
  readonly onType: (phrases: readonly string[]) => void;
}) {
  const count = phrases.filter((phrase) => phrase.trim() !== "").length;
  return (
    <section class={`card ${styles.fields}`}>
      <Field
        label="Как об этом спрашивают"
        hint="По фразе в строке. По ним бот узнаёт вопрос: чем они разнообразнее, тем лучше; хорошо, когда их 20 и больше."
        error={error}
        count={said.phraseCount(count)}
      >
        {(ties) => (
          <textarea
            {...ties}
            class={`${styles.grows} ${styles.phrases}`}
            rows={4}
            value={phrases.join("\n")}
            onInput={({ currentTarget }) => onType(currentTarget.value.split("\n"))}
          />
        )}
      </Field>
    </section>
  );
}
