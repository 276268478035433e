// The fields of an entry; a new one has the most needed of them.
import { buttonTitle } from "../../../../dialog/buttons.ts";
import { MAX_BUTTON_LENGTH, MAX_QUESTION_LENGTH } from "../../../../faq/faq.ts";
import type { Content } from "../../../../console/content/content-api.ts";
import type { EntryFields } from "../../../../faq/edit/item-fields.ts";
import { AnswerField } from "./answer-field.tsx";
import { CheckedField } from "./checked-field.tsx";
import * as said from "./editor-wording.ts";
import { Field } from "./field.tsx";
import type { Opened, Typed } from "./opened.ts";
import { PhrasesField } from "./phrases-field.tsx";
import { RelatedField } from "./related-field.tsx";
import { shownFault } from "./shown-fault.ts";
import type { Desk } from "./use-desk.ts";

export function EntryForm({
  desk,
  opened,
  fields,
  content,
}: {
  readonly desk: Desk;
  readonly opened: Opened;
  readonly fields: EntryFields;
  readonly content: Content;
}) {
  const type = (typed: Typed) => desk.editing.type(typed);
  const isNew = opened.edit.kind === "new-entry";
  return (
    <>
      <section class="card fields">
        <QuestionField desk={desk} question={fields.question} />
        {isNew ? null : <ButtonField desk={desk} fields={fields} />}
        <Field label={said.CATEGORY}>
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
        <AnswerField
          answer={fields.answer}
          error={shownFault(desk, "answer")}
          onType={(answer) => type({ answer })}
        />
      </section>
      <PhrasesField
        before={opened.edit.kind === "entry" ? opened.edit.before.phrases : []}
        phrases={fields.phrases}
        error={shownFault(desk, "phrases")}
        onType={(phrases) => type({ phrases })}
      />
      {isNew ? null : (
        <section class="card fields">
          <RelatedField opened={opened} fields={fields} content={content} onType={type} />
          <CheckedField opened={opened} checked={fields.checked} onType={type} />
        </section>
      )}
    </>
  );
}

function QuestionField({ desk, question }: { readonly desk: Desk; readonly question: string }) {
  return (
    <Field
      label={said.QUESTION}
      hint={said.QUESTION_HINT}
      error={shownFault(desk, "question")}
      length={question.trim().length}
      maxLength={MAX_QUESTION_LENGTH}
    >
      {(ties) => (
        <textarea
          {...ties}
          class="grows"
          rows={1}
          value={question}
          onInput={({ currentTarget }) =>
            desk.editing.type({ question: currentTarget.value.replaceAll(/\s*\n\s*/gu, " ") })
          }
        />
      )}
    </Field>
  );
}

function ButtonField({
  desk,
  fields: { question, button = "" },
}: {
  readonly desk: Desk;
  readonly fields: EntryFields;
}) {
  const isEmpty = button.trim() === "";
  return (
    <Field
      label={said.BUTTON}
      hint={said.buttonHint(buttonTitle(isEmpty ? question : button), isEmpty)}
      error={shownFault(desk, "button")}
      length={button.trim().length}
      maxLength={MAX_BUTTON_LENGTH}
    >
      {(ties) => (
        <input
          {...ties}
          type="text"
          autocomplete="off"
          value={button}
          onInput={({ currentTarget }) => desk.editing.type({ button: currentTarget.value })}
        />
      )}
    </Field>
  );
}
