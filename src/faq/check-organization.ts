// The organisation: a name that was never filled in reaches parents in the answers.
import { warning, type Problem } from "./problem.ts";
import type { Sheet } from "./sheet.ts";

export function checkOrganization(sheet: Sheet): readonly Problem[] {
  const name = sheet.draft.organization?.name;
  if (name === undefined || !/(?:…|\.\.\.)\s*$/u.test(name)) return [];
  return [warning("unnamed-organization", sheet.placeOf(["organization", "name"]), { name })];
}
