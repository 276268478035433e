// What the page says on which answers are tried before they are published.
import { counted } from "../../../text/plural.ts";
import type { ReplyWeight } from "../../../compare/compare-replies.ts";

export const TITLE = "Проба";
export const PARTS_LABEL = "Как попробовать";
export const CHAT_PART = "Чат с ботом";
export const LIST_PART = "Список вопросов";

export const ON_WHAT = "Кто отвечает";
export const LIVE = "Как сейчас";
export const DRAFT = "С черновиком";
export const NO_DRAFT = "Несохранённых правок нет: отвечает то, что видят родители.";
export const TO_CONTENT = "Править содержание";
export const IN_DRAFT = "В черновике";

export const CHAT_LABEL = "Чат с ботом";
export const MESSAGES = "Сообщения";
export const MESSAGE = "Сообщение";
export const SEND = "Отправить";
export const START = "Начать";
export const AGAIN = "Начать заново";
export const WELCOME_TITLE = "Поговорите с ботом";
export const WELCOME =
  "Здесь он отвечает так же, как родителям в MAX, но разговор никуда не уходит и не попадает в обзор.";
export const EXAMPLES = "Спросить, например";
export const REPEAT = "Спросить то же ещё раз";
export const YOU = "Вы: ";
export const BOT = "Бот: ";
export const EDITED = "изменено";
export const NOW_DRAFT = "Дальше отвечает черновик";
export const NOW_LIVE = "Дальше отвечает то, что опубликовано";
export const UNFIT = "Черновик пока не годится, бот с ним не заработает:";
export const DRAFT_CONFLICT = "Черновик расходится с файлом:";
export const TO_DRAFT = "Открыть в содержании";

export function toDraft(title: string): string {
  return `${TO_DRAFT}: «${title}»`;
}

export const WHY_TITLE = "Почему такой ответ";
export const WHY_HINT =
  "Напишите боту — здесь появится, как он понял вопрос и из чего выбирал ответ.";

export const COMPARE_TITLE = "Какие ответы изменит черновик";
export const COMPARE_TITLE_LIVE = "Что бот ответит на эти вопросы";
export const QUESTIONS_LABEL = "Вопросы, по одному в строке";
export const QUESTIONS_HINT = "кто не переедет в MAX?\nу дочки кнопочный телефон, как быть";
export const FROM_LABEL = "Какие вопросы";
export const FROM_LIST = "Свой список";
export const FROM_JOURNAL = "Что спрашивали недавно";
export const JOURNAL_HINT =
  "Возьмём вопросы родителей за последнее время и сравним ответы до и после правок.";
export const JOURNAL_NEEDS_DRAFT = "Сравнивать пока не с чем: несохранённых правок нет.";
export const RUN = "Сравнить";
export const RUN_LIVE = "Проверить";
export const ONLY_CHANGED = "Только изменившиеся";
export const DOWNLOAD_CSV = "Скачать таблицу";
export const DOWNLOAD_TEXT = "Скачать текстом";
export const QUESTION = "Вопрос";
export const BEFORE = "Сейчас";
export const AFTER = "С черновиком";
export const ANSWER = "Ответ";
export const CHANGE = "Что изменится";
export const SAME = "без изменений";
export const NO_QUESTIONS = "Вставьте хотя бы один вопрос.";
export const TABLE_LABEL = "Ответы до и после";
export const CSV_FILE = "otvety.csv";
export const TEXT_FILE = "otvety.txt";
export const NOTHING_CHANGES = "Ни один ответ не изменится";
export const NOTHING_CHANGES_HINT =
  "Черновик можно сохранять спокойно: на этих вопросах бот ответит как раньше.";
export const OUTDATED = "Черновик или содержание с тех пор изменились. Сравните ещё раз.";

export const WEIGHTS: Readonly<Record<ReplyWeight, string>> = {
  "other-answer": "Другой ответ",
  "lost-answer": "Перестанет отвечать",
  "new-answer": "Начнёт отвечать",
  minor: "Другая подсказка",
};

export const KNOWS_NOT = "Не знает ответа";

export function offers(titles: string): string {
  return `Предложит на выбор, первым ${titles}`;
}

export function topic(titles: string): string {
  return `Подскажет, куда обратиться: ${titles}`;
}

export function smallTalk(titles: string): string {
  return `Поддержит разговор: ${titles}`;
}

export function tooMany(most: number): string {
  return `За один раз можно проверить до ${counted(most, ["вопроса", "вопросов", "вопросов"])}: лишние строки пропущены.`;
}

export function inDraft(count: number): string {
  return `В черновике ${counted(count, ["правка", "правки", "правок"])}`;
}

export function comparedInWords(questions: number, changed: number): string {
  return `${askedInWords(questions)}, ${counted(changed, ["ответ изменится", "ответа изменятся", "ответов изменятся"])}`;
}

export function askedInWords(questions: number): string {
  return `Спрошено: ${counted(questions, ["вопрос", "вопроса", "вопросов"])}`;
}
