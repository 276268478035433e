// What is said where the program may not write the file itself.

export { PASTED } from "../../../dialog/admin/teach-wording.ts";

export const PASTE_TITLE = "Впишите в файл сами";
export const PASTE_LINES = "Строки для файла";
export const COPY_LINES = "Скопировать строки";
export const COPIED = "Скопировано";
export const COPY_FAILED = "Браузер не дал скопировать. Выделите текст и скопируйте сами.";
export const CLOSE = "Закрыть";
