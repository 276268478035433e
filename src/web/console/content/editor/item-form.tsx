// The fields of an item: all of an entry, the most needed of a new one, answer and phrases of a side topic.
import { MAX_BUTTON_LENGTH, MAX_QUESTION_LENGTH } from "../../../../faq/faq.ts";
import type { Content } from "../../../../console/content/content-api.ts";
import { AnswerField } from "./answer-field.tsx";
import { CheckedField } from "./checked-field.tsx";
import * as said from "./editor-wording.ts";
import { Field } from "./field.tsx";
import * as styles from "./fields.module.css";
import { fieldsOf, isEntry, type Typed } from "./opened.ts";
import { LeadsField, RelatedField } from "./related-field.tsx";
import type { EditorState } from "./use-editor.ts";

export function ItemForm({ editor, content }: { readonly editor: EditorState; readonly content: Content }) {
  const { opened, editing, faultAt } = editor;
  const { edit } = opened;
  const fields = fieldsOf(edit);
  const type = (typed: Typed) => editing.type(typed);
  const isNew = edit.kind === "new-entry";
  return (
    <>
      <section class={`card ${styles.fields}`}>
        {isEntry(fields) ? (
          <>
            <QuestionField editor={editor} question={fields.question} />
            {isNew ? null : (
              <ShortField
                editor={editor}
                field="button"
                label="Коротко, для кнопки"
                text={fields.button ?? ""}
                hint={said.buttonHint(fields)}
              />
            )}
            <Field label="Раздел">
              {(ties) => (
                <select
                  {...ties}
                  value={fields.categoryId}
                  onChange={({ currentTarget }) => type({ categoryId: currentTarget.value })}
                >
                  {content.categories.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </>
        ) : (
          <ShortField
            editor={editor}
            field="title"
            label="Название"
            text={fields.title ?? ""}
            hint={said.titleHint(fields)}
          />
        )}
        <AnswerField answer={fields.answer} error={faultAt("answer")} onType={(answer) => type({ answer })} />
      </section>
      <PhrasesField phrases={fields.phrases} error={faultAt("phrases")} onType={(phrases) => type({ phrases })} />
      {isNew ? null : (
        <section class={`card ${styles.fields}`}>
          {isEntry(fields) ? (
            <>
              <RelatedField opened={opened} fields={fields} content={content} onType={type} />
              <CheckedField opened={opened} checked={fields.checked} onType={type} />
            </>
          ) : (
            <LeadsField fields={fields} content={content} onType={type} />
          )}
        </section>
      )}
    </>
  );
}

function QuestionField({
  editor: { editing, faultAt },
  question,
}: {
  readonly editor: EditorState;
  readonly question: string;
}) {
  return (
    <Field
      label={said.QUESTION}
      hint="Заголовок ответа: целым предложением, как спросил бы родитель."
      error={faultAt("question")}
      {...filled(question, MAX_QUESTION_LENGTH)}
    >
      {(ties) => (
        <textarea
          {...ties}
          class={styles.grows}
          rows={1}
          value={question}
          onInput={({ currentTarget }) => editing.type({ question: currentTarget.value.replaceAll(/\s*\n\s*/gu, " ") })}
        />
      )}
    </Field>
  );
}

/** A text of one line that may be left empty, no longer than fits a button. */
function ShortField({
  editor: { editing, faultAt },
  field,
  label,
  text,
  hint,
}: {
  readonly editor: EditorState;
  readonly field: "title" | "button";
  readonly label: string;
  readonly text: string;
  readonly hint: string;
}) {
  return (
    <Field label={label} hint={hint} error={faultAt(field)} {...filled(text, MAX_BUTTON_LENGTH)}>
      {(ties) => (
        <input
          {...ties}
          type="text"
          autocomplete="off"
          value={text}
          onInput={({ currentTarget }) => editing.type({ [field]: currentTarget.value })}
        />
      )}
    </Field>
  );
}

/** How people ask: a phrase a line, so that a list is pasted, looked through and thinned out like any text. */
function PhrasesField({
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

function filled(text: string, maxLength: number) {
  const { length } = text.trim();
  return { count: `${length} из ${maxLength}`, isOver: length > maxLength };
}
