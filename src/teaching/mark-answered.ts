// A group of questions that a new entry was written for leaves the list, where the entry answers it.
import type { Pool } from "../journal/open-group.ts";
import type { Decision } from "../search/decide.ts";
import type { TeachParts } from "./teach-parts.ts";

/**
 * What the question gets now; undefined where it is dealt with already, or gone. One that was worded anew may need a
 * phrase more: its group stays in the list.
 */
export async function markAnswered(
  { pool, questionId }: { readonly pool: Pool; readonly questionId: string },
  entryId: string,
  editId: string | undefined,
  { questions, content }: Pick<TeachParts, "questions" | "content">,
): Promise<Decision | undefined> {
  const group = await questions.find(pool, questionId);
  if (group === undefined) return undefined;
  const decision = content().decide(group.text);
  const isAnswered = decision.answers.some(({ item }) => item.id === entryId);
  if (isAnswered) await questions.markTaught(group, entryId, editId);
  return decision;
}
