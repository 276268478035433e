// Everything the bot says that is not content of faq.yaml, in one place.
import type { AttachmentKind } from "./event.ts";
import type { VoteReason } from "../journal/records.ts";

export const ALL_QUESTIONS = "Все вопросы";
/** Short: it shares its row, and a button that shares shows half as much. */
export const BACK_TO_CATEGORY = "К разделу";
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
  "/poster — плакат с QR-кодом для родительского собрания\n" +
  "/privacy — что я о вас храню и как это удалить\n" +
  "/start — начать сначала";

/** A link that stays when an answer is forwarded: forwarding drops the buttons. */
export const LINK_TO_ANSWER = "Ссылка на ответ";
/** Beside the votes: three buttons share a row. */
export const SHARE = "Поделиться";
export const SHARE_BOT = "Поделиться ботом с классом";
export const SHARE_HINT = "Готовый текст для чата. Скопируйте его или отправьте прямо в MAX:";
export const COPY = "Скопировать текст";
export const SEND_TO_CHAT = "Отправить в чат MAX";
export const BACK_TO_ANSWER = "← К ответу";
export const FULL_ANSWER_AT = "Полный ответ:";
export const ABOUT_BOT =
  "Бот отвечает на вопросы родителей о переходе школы из Сферума в MAX: какие чаты переносятся, " +
  "обязательно ли ставить приложение, как быть с кнопочным телефоном. Спросите его своими словами:";

export const VOTE_UP = "👍";
export const VOTE_DOWN = "👎";
export const CHOSEN = "✓";
export const WHAT_WAS_WRONG = "Что не так с ответом?";
export const REASONS: Readonly<Record<VoteReason, string>> = {
  "not-my-question": "Не мой вопрос",
  unclear: "Непонятно",
  outdated: "Устарело",
};
export const THANKS_FOR_REASON = "Спасибо, так мы узнаём, что поправить.";

export const SUGGEST = "Уточните, пожалуйста: что из этого ближе к вашему вопросу?";
export const SUGGEST_NOTHING = "Если ничего не подходит, спросите другими словами.";
export const NOT_THAT = "👎 Не то";
export const MAYBE_MEANT = "Возможно, вы спрашивали о том, что на кнопках ниже.";

/** Said once; then there is silence. */
export const TOO_FAST =
  "Столько сообщений подряд я не успеваю прочитать. Подождите, пожалуйста, полминуты и напишите ещё раз.";

export const UNKNOWN = "Я не знаю ответа на этот вопрос.";
export const UNKNOWN_HINT = "Попробуйте спросить другими словами или загляните в разделы.";

/** Where MAX took no answer. */
export const NOT_DELIVERED = "Извините, доставить ответ на ваше сообщение не получилось.";

/** What the staff are asked where an answer did not help: what the asker wrote is not kept. */
export function askedOfStaff(question: string): string {
  return `Ответ не помог: «${question}»`;
}

/** In the explanation beside the chat of the preview. */
export const COMMAND_REASON = "Это команда: бот выполняет её и не подбирает ответ.";
export const UNKNOWN_COMMAND = "Такой команды я не знаю.";
export const OUTDATED_BUTTON = "Эта кнопка устарела: список вопросов с тех пор изменился.";
/** Where the answer to a tap is a picture, which cannot replace the message. */
export const PICTURE_BELOW = "Готово: смотрите ниже.";
export const PICTURE_MISSING = "Картинка не отправилась: MAX её не принял. Попробуйте ещё раз через несколько минут.";
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
  location: "Местоположение мне не нужно, и я его не сохраняю. Напишите, пожалуйста, ваш вопрос словами.",
  share: "По ссылкам я не хожу. Напишите, пожалуйста, ваш вопрос словами.",
  other: NO_WORDS,
};

export const POSTER_HINT =
  "Плакат для родительского собрания: распечатайте его на листе А4. По QR-коду откроется чат со мной.";
export const POSTER_LATE =
  "Плакат сейчас не успел нарисоваться. Попросите его, пожалуйста, ещё раз через минуту: /poster";
export const POSTER_PICTURE = "То же самое картинкой, для чата:";

/** The commands that MAX shows when somebody types "/". */
export const COMMANDS = [
  { name: "start", description: "Начать сначала" },
  { name: "menu", description: "Все вопросы по разделам" },
  { name: "help", description: "Как пользоваться ботом" },
  { name: "poster", description: "Плакат с QR-кодом для собрания" },
  { name: "privacy", description: "Что бот о вас хранит" },
] as const;

export function pageOf(page: number, pages: number): string {
  return pages > 1 ? ` (страница ${page + 1} из ${pages})` : "";
}

export const GROUP_WELCOME = "Здравствуйте! Я отвечаю на вопросы о переходе школы из Сферума в мессенджер MAX.";
export const GROUP_HELP = "Я отвечаю на вопросы о переходе школы из Сферума в MAX.";
export const GROUP_RIGHTS =
  "Пока я не вижу сообщений этого чата. Назначьте меня, пожалуйста, администратором чата с правом " +
  "«Читать все сообщения»: без него MAX не передаёт мне вопросы.";
export const GROUP_RIGHTS_UNKNOWN =
  "Если я не отвечаю, назначьте меня администратором чата с правом «Читать все сообщения».";
export const GROUP_QUIET = "Хорошо, здесь отвечаю только администраторам чата. Вернуть как было: /loud";
export const GROUP_LOUD = "Снова отвечаю всем, кто ко мне обратится.";
export const GROUP_ADMINS_ONLY = "Эта команда только для администраторов чата.";
export const GROUP_SUGGEST = "Уточните, пожалуйста. Возможно, вы об этом:";
export const GROUP_ELSEWHERE = "В общем чате я этого не делаю.";
export const GROUP_TAP = "Откройте меня в личном чате: там кнопки работают.";
export const ALREADY_ANSWERED = "На этот вопрос я ответил чуть выше.";
/** For SUPPORT_CHAT_ID. */
export const CHAT_ID = "Номер этого чата:";
export const FULL_ANSWER = "Ответ полностью";
export const PRIVATE_CHAT = "Спросить в личном чате";

/** How to speak to the bot in a group. */
export function groupHowTo(username: string | undefined): string {
  const mention = username === undefined ? "упомяните меня" : `напишите @${username}`;
  return (
    `Чтобы спросить, ${mention} и задайте вопрос, ответьте на моё сообщение ` +
    "или наберите /faq и вопрос. На остальное я не отвечаю и не сохраняю его."
  );
}
