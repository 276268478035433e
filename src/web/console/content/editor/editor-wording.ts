// What the editor of an item says.
import { buttonTitle } from "../../../../dialog/buttons.ts";
import type { EntryFields, SideTopicFields } from "../../../../faq/edit/item-fields.ts";
import { counted } from "../../../../text/plural.ts";
import type { ReplyWeight } from "../../../../compare/compare-replies.ts";
import type { TitledReply } from "../../../../console/content/content-api.ts";
import type { Door } from "../../../../journal/open-group.ts";
import type { FormFault } from "./form-faults.ts";

export const QUESTION = "Вопрос";
export const ANSWER = "Ответ";

const FROM_LIST = "когда запись сохранится, вопрос уйдёт из того списка.";

/** By where the question was taken up that a new entry is written for. */
export const FROM_HINT: Readonly<Record<Door, string>> = {
  unanswered: `Из вопросов без ответа: ${FROM_LIST}`,
  disliked: `Из ответов, которые не помогли: ${FROM_LIST}`,
  journal: "Из вопросов: когда запись сохранится, в строке вопроса будет сказано, чем он стал.",
};

export const UNCHANGED = "Изменений нет";
const FIX = "Исправьте отмеченное";
export const UNFIT = "Так сохранить нельзя";
export const CONFLICT = "Запись изменили, пока вы правили";
const CAN_SAVE = "Можно сохранить";

export const DISCARD = "Отменить правки";

export const LEAVE_QUESTION = {
  title: "Уйти без сохранения?",
  text: "Правки останутся черновиком в этом браузере, но бот о них пока не знает. Вернуться к ним можно в «Содержании».",
  confirm: "Оставить черновиком",
  cancel: "Остаться",
} as const;

/** How a button cut on a phone looks. */
export function buttonHint({ button = "", question }: EntryFields): string {
  const isEmpty = button.trim() === "";
  const shown = buttonTitle(isEmpty ? question : button);
  return isEmpty ? `Если пусто, на кнопке будет вопрос: «${shown}».` : `На кнопке: «${shown}».`;
}

/** A title is not seen by parents. */
export function titleHint({ title = "", phrases: [first = ""] }: SideTopicFields): string {
  return title.trim() === "" && first !== ""
    ? `Если пусто, в списках будет первая фраза: «${first}».`
    : "Так тему называют списки и отчёты; родители названия не видят.";
}

export function phraseCount(count: number): string {
  return counted(count, ["фраза", "фразы", "фраз"]);
}

export function tooLong(excess: number): string {
  return `Сообщение не поместится в MAX: сократите примерно на ${counted(excess, ["знак", "знака", "знаков"])}.`;
}

export function faultInWords(fault: FormFault): string {
  switch (fault.kind) {
    case "empty":
      return EMPTY[fault.field];
    case "too-long":
      return `Слишком длинно: не больше ${counted(fault.maxLength, ["знака", "знаков", "знаков"])}.`;
  }
}

const EMPTY = {
  title: "",
  question: "Напишите вопрос: он станет заголовком ответа.",
  button: "",
  phrases: "Добавьте хотя бы одну фразу: по ним бот узнаёт вопрос.",
  answer: "Напишите ответ.",
} as const;

export function faultsInWords(count: number, hasTried: boolean): string {
  const fields = counted(count, ["поле", "поля", "полей"]);
  return hasTried ? `${FIX}: ${fields}` : `Осталось заполнить: ${fields}`;
}

export function more(count: number): string {
  return `и ещё ${counted(count, ["вопрос", "вопроса", "вопросов"])}`;
}

export function fitInWords(warnings: number, changes: number): string {
  const parts = [
    ...(warnings > 0 ? [counted(warnings, ["предупреждение", "предупреждения", "предупреждений"])] : []),
    ...(changes > 0
      ? [`иначе ответит на ${counted(changes, ["недавний вопрос", "недавних вопроса", "недавних вопросов"])}`]
      : []),
  ];
  return parts.length === 0 ? CAN_SAVE : `${CAN_SAVE}: ${parts.join(", ")}`;
}

export function askedInWords(count: number): string {
  return `Спросили ${counted(count, ["раз", "раза", "раз"])}`;
}

export const WEIGHTS: Readonly<Record<ReplyWeight, string>> = {
  "other-answer": "Другой ответ",
  "lost-answer": "Перестанет отвечать",
  "new-answer": "Начнёт отвечать",
  minor: "Другая подсказка",
};

export function replyInWords({ outcome, titles }: TitledReply): string {
  const named = titles.map((title) => `«${title}»`).join(", ");
  switch (outcome) {
    case "answer":
      return named;
    case "suggest":
      return `Предложит на выбор, первым ${named}`;
    case "topic":
      return `Подскажет, куда обратиться: ${named}`;
    case "smalltalk":
      return `Поддержит разговор: ${named}`;
    case "none":
      return "Не знает ответа";
  }
}
