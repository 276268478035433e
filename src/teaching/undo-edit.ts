// An edit of the content is taken back, and what it taught comes back into the list.
import type { UndoOutcome } from "./faq-editor.ts";
import type { TeachParts } from "./teach-parts.ts";

export type UndoneOutcome =
  | (Extract<UndoOutcome, { readonly kind: "undone" }> & { readonly isLive: boolean })
  | Exclude<UndoOutcome, { readonly kind: "undone" }>;

export async function undoEdit(
  editId: string,
  { editor, reload, questions }: Pick<TeachParts, "editor" | "reload" | "questions">,
): Promise<UndoneOutcome> {
  const outcome = await editor.undo(editId);
  if (outcome.kind !== "undone") return outcome;
  const isLive = await reload();
  await questions.reopenTaught(editId);
  return { ...outcome, isLive };
}
