// What keeps a draft from being tried, and which of the unsaved changes it is.
import type { Conflict, Edit, Unfit } from "../../../console/content/content-api.ts";

export interface Fault {
  readonly title: string;
  readonly lines: readonly string[];
  /** Where it is the draft that has to be mended. */
  readonly draft: FaultyDraft | undefined;
}

export interface FaultyDraft {
  /** Undefined where none of the changes is at fault alone. */
  readonly edit: Edit | undefined;
}

/** `asked`: the changes that were sent. */
export function draftFault(result: Unfit | Conflict, asked: readonly Edit[]): Fault {
  const draft = { edit: result.edit === undefined ? undefined : asked[result.edit] };
  return result.kind === "unfit"
    ? { title: "Черновик пока не годится, бот с ним не заработает:", lines: result.lines, draft }
    : { title: "Черновик расходится с файлом:", lines: [result.message], draft };
}
