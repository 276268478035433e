// A change of the content is saved by the operation that teaching in MAX saves by, and goes into service.
import { CANNOT_WRITE } from "../../dialog/admin/teach-wording.ts";
import type { Refusal } from "../../faq/edit/edit.ts";
import type { EditOutcome } from "../../teaching/faq-editor.ts";
import { wordRefusalBriefly } from "../../faq/edit/word-refusal.ts";
import { markAnswered, type TeachParts } from "../../teaching/teach.ts";
import type { Edit, SaveResult } from "./content-api.ts";
import type { Log } from "../../runtime/log.ts";
import { conflictOf, editText } from "../drafts/apply-edits.ts";
import { replyNow } from "../unanswered/unanswered-list.ts";
import { entryFieldsAt } from "../../faq/edit/item-fields.ts";
import { saysAll } from "../../faq/edit/tidy-text.ts";
import { pathOfOwner, rootOf } from "../../faq/edit/sheet-of-text.ts";

const SAVED = "Сохранено: бот уже отвечает по-новому.";
const SAVED_NOT_LIVE = "Файл записан, но бот пока отвечает по-старому:";

export interface SaveParts {
  readonly teaching: Pick<TeachParts, "content" | "editor" | "questions">;
  /** Puts what is in the file into service; why it is not there, in Russian, a line a problem. */
  readonly reload: () => Promise<readonly string[]>;
  /** What is in the file. */
  readonly text: () => Promise<string>;
  readonly log: Pick<Log, "warn">;
}

type NewEntry = Extract<Edit, { readonly kind: "new-entry" }>;
type Saved = Extract<SaveResult, { readonly kind: "saved" }>;

export async function saveEdit(edit: Edit, parts: SaveParts): Promise<SaveResult> {
  const outcome = await parts.teaching.editor.apply((text) => editText(text, edit));
  switch (outcome.kind) {
    case "refused": {
      const { refusal } = outcome;
      // Saved twice is saved: an answer may get lost on the way.
      if (refusal.kind === "nothing-to-change")
        return {
          kind: "saved",
          editId: undefined,
          ...(await goLive(wordRefusalBriefly(refusal), parts)),
        };
      const earlier = await savedBefore(edit, refusal, parts);
      if (earlier !== undefined) return savedResult(edit, earlier, parts);
      return conflictOf(refusal) ?? failedResult(outcome);
    }
    case "read-only":
      return failedResult(outcome);
    case "saved": {
      const { editId, change } = outcome;
      const entryId = change.kind === "entry" ? change.id : undefined;
      return savedResult(edit, { editId, entryId }, parts);
    }
  }
}

interface SavedEdit {
  /** Undefined where there is no record of it any more. */
  readonly editId: string | undefined;
  /** Of a new entry. */
  readonly entryId: string | undefined;
}

/** A new entry that comes once more, since the answer to it got lost, is found in the file. */
async function savedBefore(
  edit: Edit,
  refusal: Refusal,
  { teaching, text }: SaveParts,
): Promise<SavedEdit | undefined> {
  if (edit.kind !== "new-entry" || refusal.kind !== "known-phrase") return undefined;
  const entryId = refusal.ownerId;
  if (!textSaysAll(await text(), entryId, edit)) return undefined;
  const edits = await teaching.editor.history();
  const made = edits.find(({ change }) => change.kind === "entry" && change.id === entryId);
  return { editId: made?.editId, entryId };
}

/** Whether the file has it already. */
function textSaysAll(text: string, entryId: string, wanted: NewEntry): boolean {
  const root = rootOf(text);
  const path = root && pathOfOwner(root, entryId);
  if (root === undefined || path?.[0] !== "entries") return false;
  return saysAll(entryFieldsAt(root, path), wanted);
}

async function savedResult(edit: Edit, { editId, entryId }: SavedEdit, parts: SaveParts): Promise<SaveResult> {
  const live = await goLive(SAVED, parts);
  if (edit.kind !== "new-entry" || entryId === undefined) return { kind: "saved", editId, ...live };
  const { from } = edit;
  const now = from && (await settleQuestion(from, { entryId, editId }, parts));
  return { kind: "saved", editId, entryId, ...live, ...now };
}

/** The entry is in service whatever becomes of its question: where the journal fails that one stays in the list. */
async function settleQuestion(
  from: NonNullable<NewEntry["from"]>,
  { entryId, editId }: { readonly entryId: string; readonly editId: string | undefined },
  { teaching, log }: Pick<SaveParts, "teaching" | "log">,
): Promise<Pick<Saved, "now">> {
  try {
    const decision = await markAnswered(from, entryId, editId, teaching);
    return decision === undefined ? {} : { now: replyNow(decision) };
  } catch (err) {
    log.warn({ err, entryId }, "The question of a new entry could not be marked as answered");
    return {};
  }
}

/** Why nothing was done: the file may not be written, or says no. */
export function failedResult(
  outcome: Exclude<EditOutcome, { readonly kind: "saved" }>,
): Extract<SaveResult, { readonly kind: "read-only" | "refused" }> {
  return outcome.kind === "read-only"
    ? { kind: "read-only", message: CANNOT_WRITE, paste: outcome.paste }
    : { kind: "refused", message: wordRefusalBriefly(outcome.refusal) };
}

/** `done` says what was done, where it is in service. */
export async function goLive(
  done: string,
  { reload }: Pick<SaveParts, "reload">,
): Promise<Pick<Saved, "isLive" | "message">> {
  const faults = await reload();
  if (faults.length === 0) return { isLive: true, message: done };
  return { isLive: false, message: [SAVED_NOT_LIVE, ...faults].join("\n") };
}
