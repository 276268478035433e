// What was done to the content file and is still kept, newest first.
import { decodeUtf8 } from "../faq/decode-utf8.ts";
import type { Change } from "../faq/edit/edit.ts";
import type { Splice } from "../faq/edit/splice.ts";
import { timeOf, type Backups } from "./backups.ts";

export interface PastEdit {
  readonly editId: string;
  /** Unix ms. */
  readonly at: number;
  /** Of an undo, what was taken back; the fields of an item as the undo changed them. */
  readonly change: Change;
  /** The id of the edit that this one took back; undefined for edits of their own. */
  readonly undoes: string | undefined;
  /** Whether a later one took it back. */
  readonly isUndone: boolean;
  /** The text of the file before it. */
  readonly before: string;
  readonly splice: Splice;
}

/** Those whose record or backup somebody spoiled are left out. */
export async function pastEdits(backups: Backups): Promise<readonly PastEdit[]> {
  const edits: PastEdit[] = [];
  for (const editId of await backups.list()) {
    const found = await backups.find(editId);
    const decoded = found && decodeUtf8(found.bytes);
    if (found === undefined || decoded?.kind !== "ok") continue;
    const { change, splice, undoes } = found.record;
    const at = timeOf(editId);
    edits.push({ editId, at, change, undoes, isUndone: false, before: decoded.text, splice });
  }
  const undone = undoneAmong(edits);
  return edits.map((edit) => ({ ...edit, isUndone: undone.has(edit.editId) })).toReversed();
}

/** In the order of time; an undo that was taken back itself brings its edit back. */
function undoneAmong(edits: readonly PastEdit[]): ReadonlySet<string> {
  const undoes = new Map(edits.map((edit) => [edit.editId, edit.undoes]));
  const undone = new Set<string>();
  for (const edit of edits) {
    if (edit.undoes === undefined) continue;
    undone.add(edit.undoes);
    undone.delete(undoes.get(edit.undoes) ?? "");
  }
  return undone;
}
