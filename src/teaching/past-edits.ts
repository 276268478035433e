// What was done to the content file and is still kept, newest first.
import { decodeUtf8 } from "../faq/decode-utf8.ts";
import type { Change } from "../faq/edit/edit.ts";
import type { Splice } from "../faq/edit/splice.ts";
import { timeOf, type Backups, type EditRecord } from "./backups.ts";

/** What takes an undo back brings its edit into force again, and so on. */
export type Direction = "edit" | "undo" | "redo";

export interface PastEdit {
  readonly editId: string;
  /** Unix ms. */
  readonly at: number;
  /** Of an undo, what was taken back; the fields of an item as the undo changed them. */
  readonly change: Change;
  /** The id of the edit that this one took back; undefined for edits of their own. */
  readonly undoes: string | undefined;
  readonly direction: Direction;
  /** Whether a later one took it back. */
  readonly isUndone: boolean;
  /** The text of the file before it. */
  readonly before: string;
  readonly splice: Splice;
}

/** Those whose record or backup somebody spoiled are left out. */
export async function pastEdits(backups: Backups): Promise<readonly PastEdit[]> {
  const edits: PastEdit[] = [];
  const depths = new Map<string, number>();
  for (const editId of await backups.list()) {
    const found = await backups.find(editId);
    const decoded = found && decodeUtf8(found.bytes);
    if (found === undefined || decoded?.kind !== "ok") continue;
    const { change, splice, undoes } = found.record;
    const depth = undoes === undefined ? 0 : (depths.get(undoes) ?? 0) + 1;
    depths.set(editId, depth);
    const told = { editId, at: timeOf(editId), change, undoes, direction: directionAt(depth) };
    edits.push({ ...told, isUndone: false, before: decoded.text, splice });
  }
  const undone = undoneAmong(edits);
  return edits.map((edit) => ({ ...edit, isUndone: undone.has(edit.editId) })).toReversed();
}

/** `depth`: how many edits there are of which each was taken back by the next, before this one. */
function directionAt(depth: number): Direction {
  if (depth === 0) return "edit";
  return depth % 2 === 1 ? "undo" : "redo";
}

/** The same of an edit whose record this is; what is no longer kept is taken for an edit. */
export async function directionOf(
  { undoes }: Pick<EditRecord, "undoes">,
  backups: Pick<Backups, "find">,
): Promise<Direction> {
  // A set: somebody may have made two records name each other.
  const undone = new Set<string>();
  for (let id = undoes; id !== undefined && !undone.has(id);) {
    undone.add(id);
    id = (await backups.find(id))?.record.undoes;
  }
  return directionAt(undone.size);
}

/** In the order of time; an undo that was taken back itself takes nothing back. */
function undoneAmong(edits: readonly PastEdit[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { editId, undoes } of edits.toReversed())
    if (undoes !== undefined && !undone.has(editId)) undone.add(undoes);
  return undone;
}
