// A group of questions that a new entry was written for leaves the list, where the entry answers it.
import type { Pool } from "../dialog/teach-order.ts";
import type { TeachParts } from "./teach-parts.ts";

/** A question that was worded anew may need a phrase more: its group stays in the list. */
export async function markAnswered(
  { pool, questionId }: { readonly pool: Pool; readonly questionId: string },
  entryId: string,
  editId: string | undefined,
  { questions, content }: Pick<TeachParts, "questions" | "content">,
): Promise<void> {
  const group = await questions.find(pool, questionId);
  if (group === undefined) return;
  const isAnswered = content()
    .decide(group.text)
    .answers.some(({ item }) => item.id === entryId);
  if (isAnswered) await questions.markTaught(group, entryId, editId);
}
