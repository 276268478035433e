// What the page of unanswered questions is told, where the chat of MAX is told something else.

export const SAVED_NOT_LIVE =
  "Файл записан, но пока не работает: в содержании есть ошибка. Какая — видно на странице «Содержание».";
