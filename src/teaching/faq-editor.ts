// Changes faq.yaml on the disk: checked, with a backup, at once or not at all, and undone in one step.
import { access, constants } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { OutsideError } from "../runtime/errors.ts";
import { decodeUtf8 } from "../faq/decode-utf8.ts";
import { type Change, type Edited, type EditResult, refused, type Refused } from "../faq/edit/edit.ts";
import { pasteOf, type Paste, spliceBetween } from "../faq/edit/splice.ts";
import { takeBack, turnedRound } from "../faq/edit/take-back.ts";
import { parseFaq } from "../faq/parse.ts";
import { createProblemPrinter } from "../faq/problems/print-problem.ts";
import { isError } from "../faq/problems/problem.ts";
import { createBackups, type Found } from "./backups.ts";
import { codeOf, isReadOnly, bytesFor, hashOf, readState, type FileState } from "./file-state.ts";
import { directionOf, pastEdits, type PastEdit } from "./past-edits.ts";
import { replaceFile } from "./replace-file.ts";

export interface FaqEditor {
  /** Changes the file; edits that come together are made one after another. Rejects only because of a bug. */
  apply(edit: (text: string) => EditResult): Promise<EditOutcome>;
  /**
   * Takes back what `apply` saved under this id: the file becomes what it was, to the byte, or loses just what was
   * added when others changed it meanwhile. Refused when it is no longer there as it was put.
   */
  undo(editId: string): Promise<UndoOutcome>;
  /** What was done and can still be told of (fifty edits), newest first. Rejects with OutsideError when the disk fails. */
  history(): Promise<readonly PastEdit[]>;
}

export type EditOutcome =
  | {
      readonly kind: "saved";
      /** For `undo`; up to 23 characters, good as long as the backup is kept (fifty edits). */
      readonly editId: string;
      readonly change: Change;
      /** Where in the file it went. */
      readonly paste: Paste;
    }
  | ReadOnly
  | Refused;

export type UndoOutcome =
  | {
      readonly kind: "undone";
      readonly change: Change;
      /** What was taken back was an undo itself: the change is in the file again. */
      readonly isRedo: boolean;
    }
  | ReadOnly
  | Refused;

/** The file or its folder may not be written: `paste` is for the administrator to do by hand. */
interface ReadOnly {
  readonly kind: "read-only";
  readonly change: Change;
  readonly paste: Paste;
}

export interface FaqEditorParts {
  readonly file: string;
  readonly now: () => Date;
  /**
   * What else the new text has to pass, as Russian lines of what would be wrong with it. Told of every text before it
   * is written; one that comes back by an undo has passed before, and comes back in any case.
   */
  readonly check?: (text: string) => Promise<readonly string[]>;
}

export function createFaqEditor(parts: FaqEditorParts): FaqEditor {
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<Outcome>(work: () => Promise<Outcome>): Promise<Outcome | Refused> {
    const turn = last.then(work).catch(refusedByDisk);
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    apply: (edit) => inTurn(() => apply(edit, parts)),
    undo: (editId) => inTurn(() => undo(editId, parts)),
    history: () => history(parts),
  };
}

async function apply(edit: (text: string) => EditResult, parts: FaqEditorParts): Promise<EditOutcome> {
  const state = await readState(parts.file);
  if (state.kind === "refused") return state;
  const edited = edit(state.text);
  if (edited.kind === "refused") return edited;
  // Either reads the whole file, which takes a while: the bot answers in between.
  await setImmediate();
  const flaw = flawOf(edited.text, parts) ?? (await failureOf(edited.text, parts));
  if (flaw !== undefined) return flaw;
  const saved = await save(state, bytesFor(state, edited.text), edited, parts);
  if (saved.kind !== "saved") return saved;
  const { change, splice } = edited;
  return { kind: "saved", editId: saved.editId, change, paste: pasteOf(state.text, splice) };
}

async function undo(editId: string, parts: FaqEditorParts): Promise<UndoOutcome> {
  const state = await readState(parts.file);
  if (state.kind === "refused") return state;
  const backups = createBackups(state.path);
  const found = await backups.find(editId);
  if (found === undefined) return refused({ kind: "unknown-edit" });
  const isUntouched = wasUntouched(state, found);
  const back = isUntouched ? backTo(found, state.text) : takeBack(state.text, found.record);
  if (back.kind === "refused") return back;
  const flaw = isUntouched ? undefined : flawOf(back.text, parts);
  if (flaw !== undefined) return flaw;
  // What it says keeps nothing from coming back; but whoever serves the content knows the text for a whole one now.
  await parts.check?.(back.text);
  const bytes = isUntouched ? found.bytes : bytesFor(state, back.text);
  const { change } = back;
  const undoing = { ...back, change: turnedRound(change) };
  const isRedo = (await directionOf(found.record, backups)) === "undo";
  const saved = await save(state, bytes, undoing, parts, editId);
  return saved.kind === "saved" ? { kind: "undone", change, isRedo } : saved;
}

/** Whatever the edit did, an undo among others: what was there before it is known. */
function backTo({ bytes, record }: Found, text: string): EditResult {
  const decoded = decodeUtf8(bytes);
  if (decoded.kind !== "ok") return refused({ kind: "unknown-edit" });
  const splice = spliceBetween(text, decoded.text);
  return { kind: "edited", text: decoded.text, splice, change: record.change };
}

async function history({ file }: FaqEditorParts): Promise<readonly PastEdit[]> {
  const state = await readState(file);
  return state.kind === "refused" ? [] : pastEdits(createBackups(state.path));
}

function wasUntouched({ bytes }: FileState, { record, bytes: backup }: Found): boolean {
  return hashOf(bytes) === record.after && hashOf(backup) === record.before;
}

function flawOf(text: string, { file }: FaqEditorParts): Refused | undefined {
  const parsed = parseFaq(text);
  if (parsed.kind === "ok") return undefined;
  const print = createProblemPrinter({ file, text, isColored: false });
  const errors = parsed.problems.filter(isError);
  return refused({ kind: "invalid", lines: errors.map(print) });
}

async function failureOf(text: string, { check }: FaqEditorParts): Promise<Refused | undefined> {
  const lines = (await check?.(text)) ?? [];
  return lines.length === 0 ? undefined : refused({ kind: "failed-check", lines });
}

type Saving = { readonly kind: "saved"; readonly editId: string } | ReadOnly | Refused;

async function save(
  state: FileState,
  bytes: Uint8Array,
  { splice, change }: Edited,
  { now }: FaqEditorParts,
  undoes?: string,
): Promise<Saving> {
  const { path, bytes: before } = state;
  const record = { before: hashOf(before), after: hashOf(bytes), undoes, splice, change };
  const backups = createBackups(path);
  let editId: string;
  try {
    await access(path, constants.W_OK);
    // The backup comes first: no edit without one.
    editId = await backups.keep(before, record, now());
  } catch (error) {
    if (!isReadOnly(error)) throw error;
    return { kind: "read-only", change, paste: pasteOf(state.text, splice) };
  }
  const isUnchanged = async () => {
    const current = await readState(path);
    return current.kind === "state" && hashOf(current.bytes) === record.before;
  };
  try {
    const written = await replaceFile({ path, before, bytes, isUnchanged });
    if (written === "written") return { kind: "saved", editId };
  } catch (error) {
    // A disk that is full has no room for backups of nothing; of a file that suffered one is needed.
    if (await isUnchanged()) await backups.forget(editId);
    throw error;
  }
  await backups.forget(editId);
  return refused({ kind: "file-changed" });
}

/** What the disk says no to is for the administrator to hear; anything else is a bug. */
function refusedByDisk(error: unknown): Refused {
  const code = codeOf(error instanceof OutsideError ? error.cause : error);
  if (code === undefined) throw error;
  return refused({ kind: "disk-failed", code });
}
