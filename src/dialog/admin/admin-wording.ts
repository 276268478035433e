// What the bot says to administrators.

export const PICTURE_BELOW = "Готово: смотрите ниже.";

export const WHOAMI = "Кто я для бота: мой номер в MAX";
export const YOU_ARE_ADMIN = "Вы администратор бота. Вам доступны команды:";
export const NO_ADMINS_YET =
  "Администраторы бота ещё не назначены. Чтобы стать им, впишите этот номер в настройку ADMIN_USER_IDS " +
  "(несколько номеров через запятую) и перезапустите бота.";

export function yourId(userId: number): string {
  return `Ваш номер в MAX: ${userId}`;
}
