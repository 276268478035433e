// What could be better about a file that works: warnings that need nothing but the file and today's date.
import { checkAddresses } from "./check-addresses.ts";
import { checkNames } from "./check-names.ts";
import { checkPhrasings } from "./check-phrasings.ts";
import { checkDates, checkLengthOnPhone } from "./check-readability.ts";
import type { Problem } from "./problem.ts";
import type { Sheet } from "./sheet.ts";

/** `today` is an ISO date (2025-09-15). The sheet may have holes: what is there is looked at. */
export function lintSheet(sheet: Sheet, today: string): readonly Problem[] {
  return [
    ...checkPhrasings(sheet),
    ...checkNames(sheet),
    ...checkAddresses(sheet),
    ...checkLengthOnPhone(sheet),
    ...checkDates(sheet, today),
  ];
}
