// What the bot says to administrators while they write a new entry in the chat.

export const NEW = "Новая тема: вопрос и ответ двумя сообщениями";
export const NEW_TOPIC = "Новая тема";

export const ASK_QUESTION =
  "Пришлите вопрос одним сообщением, как его задал бы родитель. Например: «Как записаться в кружок?»";
export const ASK_ANSWER =
  "Теперь пришлите ответ одним сообщением. Сначала коротко главное, потом подробности. " +
  "**Жирный**, списки через «- » и ссылки [так](https://…) можно.";
export const ASK_CATEGORY = "В какой раздел его поместить?";
export const PREVIEW_HEADING = "Так ответ увидят родители:";
export const ASK_TEXT = "Пришлите, пожалуйста, текст.";
export const LEAVING = "Выйти можно кнопкой «Отмена» или любой командой. Черновик ждёт час.";
export const QUESTION_IS = "Вопрос:";

export const CANCEL = "Отмена";
export const SAVE = "Сохранить";
export const CHANGE_QUESTION = "Изменить вопрос";
export const CHANGE_ANSWER = "Изменить ответ";

export const CANCELLED = "Черновик удалён, в содержании ничего не изменилось.";
export const NO_WIZARD = "Этот черновик уже закончен или устарел. Начать новый: /new";
export const ADD_WORDINGS =
  "Пока у неё одна формулировка. Чтобы бот узнавал вопрос, спрошенный иначе, учите его из /unanswered или впишите phrases в файл.";

export function saved(question: string): string {
  return `Готово: новая тема «${question}» в содержании.`;
}
