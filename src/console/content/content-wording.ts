// What the page of the content is told, in Russian.
import { shortened } from "../../dialog/admin/taught-content.ts";
import type { Direction } from "../../teaching/past-edits.ts";
import type { Change } from "../../faq/edit/edit.ts";
import type { FieldKey } from "../../faq/edit/item-fields.ts";

export const SAVED = "Сохранено: бот уже отвечает по-новому.";
export const SAVED_NOT_LIVE = "Файл записан, но бот пока отвечает по-старому:";
export const UNDONE_ALREADY = "Эта правка уже отменена.";
export const BUSY =
  "Сейчас проверяется слишком много черновиков сразу. Повторите через несколько секунд.";

const FIELDS: Readonly<Record<FieldKey, string>> = {
  category: "раздел",
  question: "вопрос",
  button: "кнопка",
  phrases: "фразы",
  answer: "ответ",
  related: "похожие вопросы",
  checked: "дата проверки",
};

const MAX_TITLE = 120;

/** What was done; `titleOf` names items that are still there. */
export function titleOfChange(
  change: Change,
  {
    direction,
    titleOf,
  }: { readonly direction: Direction; readonly titleOf: (id: string) => string },
): string {
  const done = doneBy(change, titleOf);
  if (direction === "edit") return done;
  const what = `${done.charAt(0).toLowerCase()}${done.slice(1)}`;
  return direction === "undo" ? `Отменено: ${what}` : `Возвращено: ${what}`;
}

function doneBy(change: Change, titleOf: (id: string) => string): string {
  const named = (id: string) => `«${shortened(titleOf(id), MAX_TITLE)}»`;
  switch (change.kind) {
    case "phrase":
      return `Новая фраза «${shortened(change.phrase, MAX_TITLE)}» у вопроса ${named(change.ownerId)}`;
    case "entry":
      return `Новый вопрос ${named(change.id)}`;
    case "item": {
      const fields = change.fields.map(({ key }) => FIELDS[key]).join(", ");
      return `Правка вопроса ${named(change.id)}: ${fields}`;
    }
  }
}
