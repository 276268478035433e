// What the editor of an item says.
import { counted } from "../../../../text/plural.ts";
import type { ReplyWeight } from "../../../../compare/compare-replies.ts";
import type { TitledReply } from "../../../../console/content/content-api.ts";
import type { FormFault } from "./form-faults.ts";

export const FROM_UNANSWERED =
  "Из вопросов без ответа: когда запись сохранится, вопрос уйдёт из того списка.";

export const QUESTION = "Вопрос";
export const QUESTION_HINT = "Заголовок ответа: целым предложением, как спросил бы родитель.";
export const BUTTON = "Коротко, для кнопки";
export const CATEGORY = "Раздел";
export const ANSWER = "Ответ";
export const ANSWER_HINT =
  "Сначала главное, потом подробности. Подставятся {{organization}} и {{contact}}.";
export const TOOLS = "Оформление ответа";
export const BOLD = "Жирный";
export const ITALIC = "Курсив";
export const LIST = "Список";
export const LINK = "Ссылка";

export const PHRASES = "Как об этом спрашивают";
export const PHRASES_HINT =
  "По фразе в строке. По ним бот узнаёт вопрос: чем они разнообразнее, тем лучше; хорошо, когда их 20 и больше.";

export const RELATED = "Похожие вопросы под ответом";
export const RELATED_AUTO = "Подбирает бот";
export const RELATED_OWN = "Выбрать самому";
export const RELATED_ADD = "Добавить вопрос";
export const RELATED_CHOOSE = "Выберите вопрос…";
export const RELATED_NONE = "Под ответом не будет похожих вопросов.";
export const RELATED_LIMIT = "Под ответом поместятся первые четыре.";

export const CHECKED = "Когда ответ сверили с документами";
export const CHECKED_HINT = "Дата видна под ответом. Оставьте пустой, если не сверяли.";
export const TODAY = "Сегодня";
export const SOURCE = "Источник";
export const SOURCE_HINT = "Источник меняют в самом файле.";

export const PREVIEW = "Так это увидят в MAX";
export const PREVIEW_EMPTY = "Начните писать — здесь появится сообщение бота.";
export const ID = "Имя в файле";

export const UNCHANGED = "Изменений нет";
export const CHECKING = "Проверяется…";
const FIX = "Исправьте отмеченное";
export const UNFIT = "Так сохранить нельзя";
export const CONFLICT = "Запись изменили, пока вы правили";
export const SAVED_SOON = "Сохранено, обновляется…";
const CAN_SAVE = "Можно сохранить";
export const DRAFT_KEPT = "Черновик хранится в этом браузере";

export const SHOW_CHANGES = "Показать изменения";
export const TRY = "Опробовать";
export const DISCARD = "Отменить правки";
export const DISCARD_TITLE = "Отменить правки?";
export const DISCARD_TEXT = "Черновик этой записи пропадёт, в боте останется то, что есть сейчас.";
export const DISCARD_NEW_TEXT = "Ненаписанная до конца запись пропадёт.";
export const KEEP_WRITING = "Продолжить";

export const LEAVE_QUESTION = {
  title: "Уйти без сохранения?",
  text: "Правки останутся черновиком в этом браузере, но бот о них пока не знает. Вернуться к ним можно в «Содержании».",
  confirm: "Оставить черновиком",
  cancel: "Остаться",
} as const;

export const BAR = "Черновик";
export const CHANGES = "Что изменится";
export const IN_FILE = "В файле";
export const NOTHING_IN_FILE = "В файле ничего не изменится.";
export const WARNINGS = "Предупреждения";
export const WARNINGS_HINT = "Сохранить можно и так, но лучше поправить.";
export const IN_ANSWERS = "В ответах на недавние вопросы";
export const NO_ANSWERS = "На недавние вопросы бот ответит как раньше.";
export const SAVE = "Сохранить";
export const BACK_TO_EDIT = "Ещё поправить";
export const BEFORE = "Сейчас";
export const AFTER = "После правки";
export const REMOVED = "Убрано: ";
export const ADDED = "Добавлено: ";
export const SKIPPED = "Здесь пропущены строки без изменений";
export const DIFF = "Изменения в файле по строкам";

export const THEIRS = "сейчас в файле";
export const TAKE_THEIRS = "Взять из файла";
export const KEEP_MINE = "Мои правки поверх";
export const TAKE_THEIRS_HINT = "ваши правки этой записи пропадут";
export const KEEP_MINE_HINT =
  "чужие правки останутся там, где вы ничего не меняли, а фразы сложатся";
export const AS_NEW = "Сделать новой записью";
export const NEW_IS_BEGUN =
  "Уже начата другая новая запись, места для второй нет. Сначала сохраните или удалите её.";
export const OPEN_BEGUN = "Открыть её";
export const DROP_DRAFT = "Удалить черновик";

/** How a button cut on a phone looks. */
export function buttonHint(shown: string, isEmpty: boolean): string {
  return isEmpty ? `Если пусто, на кнопке будет вопрос: «${shown}».` : `На кнопке: «${shown}».`;
}

export function phraseCount(count: number): string {
  return counted(count, ["фраза", "фразы", "фраз"]);
}

export function moveUp(title: string): string {
  return `Выше: «${title}»`;
}

export function takeOut(title: string): string {
  return `Убрать: «${title}»`;
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
    ...(warnings > 0
      ? [counted(warnings, ["предупреждение", "предупреждения", "предупреждений"])]
      : []),
    ...(changes > 0
      ? [
          `иначе ответит на ${counted(changes, ["недавний вопрос", "недавних вопроса", "недавних вопросов"])}`,
        ]
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

export const ALREADY_IN_FILE = "Эти правки уже в файле.";
