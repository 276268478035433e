// What the frame around the pages says.

export const CONSOLE = "Пульт";
export const NAVIGATION = "Разделы";
export const LOADING = "Загружается…";

export const RELOAD = "Перезагрузить";

export const SIGN_IN = "Войти";

export function refused(status: number): string {
  return `Программа ответила ошибкой ${status}. Попробуйте ещё раз.`;
}
