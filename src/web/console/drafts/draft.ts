// A draft: an unsaved change of an item, its key and its title, and how it comes back from the browser's storage.
import type { Content, Edit } from "../../../console/content/content-api.ts";
import { titleOfSideTopic } from "../content/items.ts";
import { NEW_ENTRY } from "../content/wording.ts";

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
      return titleOfSideTopic(edit.id, edit.after);
    case "entry": {
      const question = edit.after.question.trim();
      const live = content?.entries.find(({ id }) => id === edit.id)?.fields.question;
      return question === "" ? (live ?? edit.id) : question;
    }
    case "new-entry": {
      const question = edit.question.trim();
      return `${NEW_ENTRY}: ${question === "" ? "Без вопроса" : question}`;
    }
  }
}

/** Undefined for what cannot be read: another version of the page may have written it, and it is left where it is. */
export function parseDraft(text: string): Draft | undefined {
  try {
    const draft: unknown = JSON.parse(text);
    return isDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** By what the pages work with: even zod/mini would add 5 kB to what every page fetches, and the server reads all of it. */
function isDraft(value: unknown): value is Draft {
  const { key, changedAt, edit } = storedOf(value);
  const { kind, id, before, after, ...rest } = storedOf(edit);
  if (typeof key !== "string" || typeof changedAt !== "number") return false;
  if (kind === "new-entry") return isEntry(rest);
  const isItem = kind === "entry" ? isEntry : kind === "aside" ? isSideTopic : () => false;
  return typeof id === "string" && isItem(storedOf(before)) && isItem(storedOf(after));
}

type Stored = Readonly<Record<string, unknown>>;

function isEntry(stored: Stored): boolean {
  const texts = [stored["categoryId"], stored["question"]];
  return isSideTopic(stored) && texts.every((text) => typeof text === "string");
}

function isSideTopic({ answer, phrases }: Stored): boolean {
  if (typeof answer !== "string" || !Array.isArray(phrases)) return false;
  return phrases.every((phrase) => typeof phrase === "string");
}

/** Without fields where it is no object. */
function storedOf(value: unknown): Stored {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
