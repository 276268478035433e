// Edits that must succeed, for tests.
import type { Edited, EditResult } from "../../../src/faq/edit/edit.ts";

/** Throws when the edit was refused. */
export function edited(result: EditResult): Edited {
  if (result.kind === "refused") throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result;
}
