// What was done to the content file, from its backups, and how one of it is taken back.
import { lineDiff, type LineChange } from "../../compare/line-diff.ts";
import { redone, undone } from "../../dialog/admin/teach-wording.ts";
import type { FaqEditor } from "../../teaching/faq-editor.ts";
import type { PastEdit } from "../../teaching/past-edits.ts";
import { applySplice, lineStartAfter, lineStartOf, type Splice } from "../../faq/edit/splice.ts";
import type { History, SaveResult } from "./content-api.ts";
import { shortened, titleOf, type TaughtContent } from "../../dialog/admin/taught-content.ts";
import { failedResult, goLive, type SaveParts } from "./save.ts";
import type { Change } from "../../faq/edit/edit.ts";
import type { FieldKey } from "../../faq/edit/item-fields.ts";

const UNDONE_ALREADY = "Эта правка уже отменена.";

const FIELDS: Readonly<Record<FieldKey, string>> = {
  title: "название",
  category: "раздел",
  question: "вопрос",
  button: "кнопка",
  phrases: "фразы",
  answer: "ответ",
  related: "похожие вопросы",
  checked: "дата проверки",
};

const MAX_TITLE = 120;

export async function listHistory({ teaching }: Pick<SaveParts, "teaching">): Promise<History> {
  const content = teaching.content();
  const edits = await teaching.editor.history();
  return {
    edits: edits.map((edit) => ({
      editId: edit.editId,
      at: edit.at,
      title: titleOfEdit(edit, content),
      diff: diffOf(edit),
      isUndone: edit.isUndone,
    })),
  };
}

/** Of the lines around the change alone: the whole file fifty times would take its time. */
function diffOf({ before, splice }: PastEdit): readonly LineChange[] {
  const start = lineStartOf(before, lineStartOf(before, splice.at) - 1);
  const end = lineStartAfter(before, lineStartAfter(before, splice.at + splice.removed.length));
  const part: Splice = { ...splice, at: splice.at - start };
  const old = before.slice(start, end);
  return lineDiff(withoutEnd(old), withoutEnd(applySplice(old, part)));
}

function withoutEnd(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(/\n$/u, "");
}

/** What was taught by the edit comes back into the list of unanswered questions. */
export async function undoPast(editId: string, parts: SaveParts): Promise<SaveResult> {
  const { editor } = parts.teaching;
  const outcome = await editor.undo(editId);
  switch (outcome.kind) {
    case "refused": {
      const { refusal } = outcome;
      // Taken back twice is taken back: an answer may get lost on the way.
      if (refusal.kind === "not-there" && (await isUndone(editId, editor)))
        return takenBack(editId, UNDONE_ALREADY, parts);
      return failedResult(outcome);
    }
    case "read-only":
      return failedResult(outcome);
    case "undone":
      return takenBack(editId, (outcome.isRedo ? redone : undone)(outcome.change), parts);
  }
}

async function takenBack(editId: string, done: string, parts: SaveParts): Promise<SaveResult> {
  const live = await goLive(done, parts);
  await parts.teaching.questions.reopenTaught(editId);
  return { kind: "saved", editId: undefined, ...live };
}

async function isUndone(editId: string, editor: Pick<FaqEditor, "history">): Promise<boolean> {
  const edits = await editor.history();
  return edits.some((edit) => edit.editId === editId && edit.isUndone);
}

function titleOfEdit({ change, direction }: PastEdit, content: TaughtContent): string {
  const done = doneBy(change, content);
  if (direction === "edit") return done;
  const what = `${done.charAt(0).toLowerCase()}${done.slice(1)}`;
  return direction === "undo" ? `Отменено: ${what}` : `Возвращено: ${what}`;
}

/** Items that are still there are named by their titles. */
function doneBy(change: Change, content: TaughtContent): string {
  const named = (id: string) => `«${shortened(titleOf(content, id), MAX_TITLE)}»`;
  switch (change.kind) {
    case "phrase":
      return `Новая фраза «${shortened(change.phrase, MAX_TITLE)}» у вопроса ${named(change.ownerId)}`;
    case "moved":
      return `Фраза «${shortened(change.phrase, MAX_TITLE)}» перенесена: было ${named(change.fromId)}, стало ${named(change.ownerId)}`;
    case "entry":
      return `Новый вопрос ${named(change.id)}`;
    case "item": {
      const fields = change.fields.map(({ key }) => FIELDS[key]).join(", ");
      return `Правка вопроса ${named(change.id)}: ${fields}`;
    }
  }
}
