// An edit of the content is taken back, and what it taught comes back into the list.
import type { UndoOutcome } from "../editor/faq-editor.ts";
import type { TeachParts } from "./teach-parts.ts";

export interface PastEdit {
  readonly editId: string;
  /** A question that was taught by it; undefined where none was. */
  readonly questionId: string | undefined;
}

export type UndoneOutcome =
  | (Extract<UndoOutcome, { readonly kind: "undone" }> & { readonly isLive: boolean })
  | Exclude<UndoOutcome, { readonly kind: "undone" }>;

export async function undoEdit(
  { editId, questionId }: PastEdit,
  { editor, reload, questions }: Pick<TeachParts, "editor" | "reload" | "questions">,
): Promise<UndoneOutcome> {
  const outcome = await editor.undo(editId);
  if (outcome.kind !== "undone") return outcome;
  const isLive = await reload();
  if (questionId !== undefined) await questions.reopen(questionId, editId);
  return { ...outcome, isLive };
}
