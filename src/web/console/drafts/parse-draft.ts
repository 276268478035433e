// Drafts as they come back from the browser's storage: another version of the page may have written them.
import { POOLS } from "../../../journal/open-group.ts";
import type { SideTopicFields, Edit, EntryFields, Hide } from "../../../console/api.ts";
import type { Draft } from "./draft-store.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Undefined for what cannot be read: it is left where it is. */
export function parseDraft(text: string): Draft | undefined {
  const draft = fieldsOf(parseJson(text));
  const edit = editOf(fieldsOf(draft?.["edit"]));
  const key = textOf(draft?.["key"]);
  const changedAt = draft?.["changedAt"];
  if (edit === undefined || key === undefined || typeof changedAt !== "number") return undefined;
  return { key, edit, changedAt };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function editOf(fields: Fields | undefined): Edit | undefined {
  if (fields === undefined) return undefined;
  const { kind } = fields;
  if (kind === "new-entry") return newEntryOf(fields);
  const id = textOf(fields["id"]);
  const [old, changed] = [fieldsOf(fields["before"]), fieldsOf(fields["after"])];
  if (id === undefined || old === undefined || changed === undefined) return undefined;
  if (kind === "entry") {
    const [before, after] = [entryFieldsOf(old), entryFieldsOf(changed)];
    return before && after && { kind, id, before, after };
  }
  if (kind !== "aside") return undefined;
  const [before, after] = [sideTopicFieldsOf(old), sideTopicFieldsOf(changed)];
  return before && after && { kind, id, before, after };
}

function newEntryOf(fields: Fields): Edit | undefined {
  const categoryId = textOf(fields["categoryId"]);
  const question = textOf(fields["question"]);
  const sideTopic = sideTopicFieldsOf(fields);
  if (categoryId === undefined || question === undefined || sideTopic === undefined)
    return undefined;
  const from = hideOf(fieldsOf(fields["from"]));
  const edit = { kind: "new-entry", categoryId, question, ...sideTopic } as const;
  return from === undefined ? edit : { ...edit, from };
}

function hideOf(fields: Fields | undefined): Hide | undefined {
  const questionId = textOf(fields?.["questionId"]);
  const pool = POOLS.find((one) => one === fields?.["pool"]);
  if (questionId === undefined || pool === undefined) return undefined;
  return { pool, questionId };
}

function entryFieldsOf(fields: Fields): EntryFields | undefined {
  const categoryId = textOf(fields["categoryId"]);
  const question = textOf(fields["question"]);
  const sideTopic = sideTopicFieldsOf(fields);
  if (categoryId === undefined || question === undefined || sideTopic === undefined)
    return undefined;
  return {
    categoryId,
    question,
    ...sideTopic,
    button: textOf(fields["button"]),
    related: textsOf(fields["related"]),
    checked: textOf(fields["checked"]),
  };
}

function sideTopicFieldsOf(fields: Fields): SideTopicFields | undefined {
  const answer = textOf(fields["answer"]);
  const phrases = textsOf(fields["phrases"]);
  return answer === undefined || phrases === undefined ? undefined : { answer, phrases };
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function textsOf(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.map(textOf);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}
