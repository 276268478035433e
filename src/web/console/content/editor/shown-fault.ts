// What is said at a field.
import type { FaultyField } from "./form-faults.ts";
import type { Desk } from "./use-desk.ts";
import { faultInWords } from "../wording.ts";

/** That something is too long is said at once; that it is empty, once one is done. */
export function shownFault(
  { faults, hasTried }: Pick<Desk, "faults" | "hasTried">,
  field: FaultyField,
): string | undefined {
  const fault = faults.find((one) => one.field === field);
  if (fault === undefined || (fault.kind === "empty" && !hasTried)) return undefined;
  return faultInWords(fault);
}
