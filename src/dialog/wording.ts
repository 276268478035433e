// Everything the bot says that is not content of faq.yaml, in one place.
import type { AttachmentKind } from "./event.ts";

export const ALL_QUESTIONS = "Все вопросы";
/** Short: it shares its row, and a button that shares shows half as much. */
export const BACK_TO_CATEGORY = "← К разделу";
export const BACK_TO_MENU = "← Все вопросы";
export const NEXT_PAGE = "Дальше →";
export const PREVIOUS_PAGE = "← Назад";

export const MENU_HEADING = "О чём вы хотите узнать?";
export const MENU_HINT = "Выберите раздел или напишите вопрос своими словами.";
export const CATEGORY_HINT = "Выберите вопрос:";

export const GREETING_HEADING = "Здравствуйте!";
export const GREETING =
  "Я отвечаю на вопросы о переходе школы из Сферума в мессенджер MAX.\n\n" +
  "Напишите вопрос своими словами, как написали бы человеку, или выберите раздел.";

export const HELP_HEADING = "Как мной пользоваться";
export const HELP =
  "Напишите вопрос о переходе из Сферума в MAX своими словами: опечатки не страшны. " +
  "Если я не уверен, то предложу похожие вопросы кнопками, а если не знаю ответа, честно скажу об этом.\n\n" +
  "/menu — все вопросы по разделам\n" +
  "/help — эта подсказка\n" +
  "/start — начать сначала";

export const SUGGEST = "Уточните, пожалуйста: что из этого ближе к вашему вопросу?";
export const SUGGEST_NOTHING = "Если ничего не подходит, спросите другими словами.";
export const MAYBE_MEANT = "Возможно, вы спрашивали об этом:";

export const UNKNOWN = "Я не знаю ответа на этот вопрос.";
export const UNKNOWN_HINT = "Попробуйте спросить другими словами или загляните в разделы:";

export const UNKNOWN_COMMAND = "Такой команды я не знаю.";
export const OUTDATED_BUTTON = "Эта кнопка устарела: список вопросов с тех пор изменился.";
export const OUTDATED_LINK = "Ответ по этой ссылке я уже не нахожу: список вопросов изменился.";
export const NO_WORDS = "Напишите, пожалуйста, ваш вопрос словами.";

/** What is said to a message that has no text of its own. */
export const WITHOUT_TEXT: Readonly<Record<AttachmentKind, string>> = {
  image: "Картинки я не разбираю. Напишите, пожалуйста, ваш вопрос словами.",
  video: "Видео я не смотрю. Напишите, пожалуйста, ваш вопрос словами.",
  audio: "Голосовые сообщения я не понимаю. Напишите, пожалуйста, ваш вопрос текстом.",
  file: "Файлы я не читаю. Напишите, пожалуйста, ваш вопрос словами.",
  sticker: "Отличный стикер! Если есть вопрос о переходе в MAX, напишите его словами.",
  contact: "Контакты мне не нужны, и я их не сохраняю. Напишите, пожалуйста, ваш вопрос словами.",
  location:
    "Местоположение мне не нужно, и я его не сохраняю. Напишите, пожалуйста, ваш вопрос словами.",
  share: "По ссылкам я не хожу. Напишите, пожалуйста, ваш вопрос словами.",
  other: NO_WORDS,
};

/** The commands that MAX shows when somebody types "/". */
export const COMMANDS = [
  { name: "start", description: "Начать сначала" },
  { name: "menu", description: "Все вопросы по разделам" },
  { name: "help", description: "Как пользоваться ботом" },
] as const;

export function pageOf(page: number, pages: number): string {
  return pages > 1 ? ` (страница ${page + 1} из ${pages})` : "";
}
