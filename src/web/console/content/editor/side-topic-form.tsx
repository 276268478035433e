// The fields of a topic or a turn of small talk.
import type { SideTopicFields } from "../../../../faq/edit/item-fields.ts";
import { AnswerField } from "./answer-field.tsx";
import type { Opened } from "./opened.ts";
import { PhrasesField } from "./phrases-field.tsx";
import { shownFault } from "./shown-fault.ts";
import type { Desk } from "./use-desk.ts";

export function SideTopicForm({
  desk,
  opened: { edit },
  fields: { phrases, answer },
}: {
  readonly desk: Desk;
  readonly opened: Opened;
  readonly fields: SideTopicFields;
}) {
  return (
    <>
      <section class="card fields">
        <AnswerField
          answer={answer}
          error={shownFault(desk, "answer")}
          onType={(typed) => desk.editing.type({ answer: typed })}
        />
      </section>
      <PhrasesField
        before={edit.kind === "aside" ? edit.before.phrases : []}
        phrases={phrases}
        error={shownFault(desk, "phrases")}
        onType={(typed) => desk.editing.type({ phrases: typed })}
      />
    </>
  );
}
