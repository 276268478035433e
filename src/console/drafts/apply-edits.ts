// The text of faq.yaml with changes of the console made to it, one after another; nothing is written anywhere.
import { addEntry } from "../../faq/edit/add-entry.ts";
import { changeItem } from "../../faq/edit/change-item.ts";
import type { EditResult, Refusal } from "../../faq/edit/edit.ts";
import { wordRefusal } from "../../faq/edit/word-refusal.ts";
import type { Conflict, Edit, Unfit } from "../content/content-api.ts";

export type AppliedEdits = { readonly kind: "applied"; readonly text: string } | Unfit | Conflict;

/**
 * A change that the text has already changes nothing. Whether the new text is fit for service is not looked at: that
 * is for the check of the whole content.
 */
export function applyEdits(text: string, edits: readonly Edit[]): AppliedEdits {
  let applied = text;
  for (const [at, edit] of edits.entries()) {
    const result = editText(applied, edit);
    if (result.kind === "edited") {
      applied = result.text;
    } else if (result.refusal.kind !== "nothing-to-change") {
      return { ...(conflictOf(result.refusal) ?? unfitOf(result.refusal)), edit: at };
    }
  }
  return { kind: "applied", text: applied };
}

/** The operation on the file that a change of the console is. */
export function editText(text: string, edit: Edit): EditResult {
  if (edit.kind !== "new-entry") return changeItem(text, edit);
  const { categoryId, question, answer, phrases } = edit;
  return addEntry(text, { categoryId, question, answer, phrases });
}

export function conflictOf(refusal: Refusal): Conflict | undefined {
  if (refusal.kind !== "changed-meanwhile") return undefined;
  return { kind: "conflict", message: wordRefusal(refusal), theirs: refusal.theirs };
}

function unfitOf(refusal: Refusal): Unfit {
  return { kind: "unfit", lines: wordRefusal(refusal).split("\n") };
}
