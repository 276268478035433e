// A draft: an unsaved change of an item, its key and its title, and how it comes back from the browser's storage.
import type { Content, Edit } from "../../../console/content/content-api.ts";
import type { EntryFields, SideTopicFields } from "../../../faq/edit/item-fields.ts";
import type { Hide } from "../../../console/unanswered/unanswered-api.ts";
import { NEW_ENTRY, UNTITLED } from "../content/wording.ts";

export interface Draft {
  /** Names the item: "entry:ID", "aside:ID", "new-entry", or "new-entry:QUESTION" for one of an unanswered group. */
  readonly key: string;
  readonly edit: Edit;
  /** Unix ms. */
  readonly changedAt: number;
}

export function draftKeyOf(edit: Edit): string {
  if (edit.kind !== "new-entry") return `${edit.kind}:${edit.id}`;
  return edit.from === undefined ? edit.kind : `${edit.kind}:${edit.from.questionId}`;
}

/** As lists of drafts call it; `content` knows the question where it was emptied. */
export function draftTitle(edit: Edit, content?: Pick<Content, "entries">): string {
  switch (edit.kind) {
    case "aside":
      return edit.id;
    case "entry": {
      const question = edit.after.question.trim();
      const live = content?.entries.find(({ id }) => id === edit.id)?.fields.question;
      return question === "" ? (live ?? edit.id) : question;
    }
    case "new-entry": {
      const question = edit.question.trim();
      return `${NEW_ENTRY}: ${question === "" ? UNTITLED : question}`;
    }
  }
}

type Stored = Readonly<Record<string, unknown>>;

/**
 * Undefined for what cannot be read: another version of the page may have written it, and it is left where it is. Only
 * known fields are taken over. By hand, since even zod/mini would add 5 kB to what every page fetches.
 */
export function parseDraft(text: string): Draft | undefined {
  const { key, changedAt, edit: stored } = storedOf(parseJson(text));
  const edit = editOf(storedOf(stored));
  if (edit === undefined || typeof key !== "string" || typeof changedAt !== "number")
    return undefined;
  return { key, edit, changedAt };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function editOf({ kind, id, before, after, from, ...rest }: Stored): Edit | undefined {
  if (kind === "new-entry") {
    const words = wordsOf(rest);
    const group = groupOf(storedOf(from));
    return words && { kind, ...words, ...(group && { from: group }) };
  }
  if (typeof id !== "string") return undefined;
  if (kind === "entry") {
    const [old, changed] = [entryOf(storedOf(before)), entryOf(storedOf(after))];
    return old && changed && { kind, id, before: old, after: changed };
  }
  if (kind !== "aside") return undefined;
  const [old, changed] = [sideTopicOf(storedOf(before)), sideTopicOf(storedOf(after))];
  return old && changed && { kind, id, before: old, after: changed };
}

function groupOf({ pool, questionId }: Stored): Hide | undefined {
  if (pool !== "unanswered" && pool !== "disliked") return undefined;
  return typeof questionId === "string" ? { pool, questionId } : undefined;
}

function entryOf(stored: Stored): EntryFields | undefined {
  const { button, related, checked } = stored;
  const words = wordsOf(stored);
  const more = { button: textOf(button), related: textsOf(related), checked: textOf(checked) };
  return words && { ...words, ...more };
}

/** What new entries have too. */
function wordsOf(stored: Stored) {
  const [categoryId, question] = [textOf(stored["categoryId"]), textOf(stored["question"])];
  const sideTopic = sideTopicOf(stored);
  if (categoryId === undefined || question === undefined) return undefined;
  return sideTopic && { categoryId, question, ...sideTopic };
}

function sideTopicOf(stored: Stored): SideTopicFields | undefined {
  const [answer, phrases] = [textOf(stored["answer"]), textsOf(stored["phrases"])];
  return answer === undefined || phrases === undefined ? undefined : { answer, phrases };
}

/** Without fields where it is no object. */
function storedOf(value: unknown): Stored {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function textsOf(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const texts = value.map(textOf);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}
