// Which of the unsaved changes keeps them from being tried.
import type { Conflict, Edit, Unfit } from "../../../console/api.ts";

export interface FaultyDraft {
  /** Undefined where none of them is at fault alone. */
  readonly edit: Edit | undefined;
}

/** `asked`: the changes that were sent. */
export function faultyDraft({ edit }: Unfit | Conflict, asked: readonly Edit[]): FaultyDraft {
  return { edit: edit === undefined ? undefined : asked[edit] };
}
