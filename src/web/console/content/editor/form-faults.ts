// What is wrong with the fields and can be said at once; the server checks all of it, and more.
import { MAX_BUTTON_LENGTH, MAX_QUESTION_LENGTH } from "../../../../faq/faq.ts";
import type { SideTopicFields, EntryFields } from "../../../../faq/edit/item-fields.ts";

export type FaultyField = "title" | "question" | "button" | "phrases" | "answer";

export type FormFault =
  | { readonly kind: "empty"; readonly field: FaultyField }
  | {
      readonly kind: "too-long";
      readonly field: TitleField;
      readonly maxLength: number;
    };

type TitleField = "title" | "question" | "button";

export function faultsOf(fields: EntryFields | SideTopicFields): readonly FormFault[] {
  const { phrases, answer } = fields;
  return [
    ...("question" in fields ? titleFaults(fields) : shortFaults("title", fields.title)),
    ...(phrases.some(hasText) ? [] : [{ kind: "empty", field: "phrases" } as const]),
    ...(hasText(answer) ? [] : [{ kind: "empty", field: "answer" } as const]),
  ];
}

function titleFaults({ question, button }: EntryFields): readonly FormFault[] {
  return [...textFaults("question", question, MAX_QUESTION_LENGTH), ...shortFaults("button", button)];
}

/** Of a text that may be absent. */
function shortFaults(field: TitleField, text = ""): readonly FormFault[] {
  return hasText(text) ? textFaults(field, text, MAX_BUTTON_LENGTH) : [];
}

function textFaults(field: TitleField, text: string, maxLength: number): readonly FormFault[] {
  if (!hasText(text)) return [{ kind: "empty", field }];
  return text.trim().length > maxLength ? [{ kind: "too-long", field, maxLength }] : [];
}

function hasText(text: string): boolean {
  return /\S/u.test(text);
}
