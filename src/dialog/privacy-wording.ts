// What the bot says about what it keeps.
import { counted } from "../faq/plural.ts";

export const FORGET = "Удалить мои данные";
export const PRIVACY_HEADING = "Что я о вас храню";

export const KEPT = [
  "• текст вопросов ко мне: телефоны, адреса почты, ссылки, ники и длинные числа в нём заменены пометками;",
  "• когда и где задан вопрос (в личном чате или в группе), что я на него ответил и что вы выбрали;",
  "• помог ли ответ, если вы это отметили.",
].join("\n");

export const NOT_KEPT =
  "Ваше имя, телефон и номер в MAX с вопросами не хранятся. Чтобы посчитать, сколько людей спрашивали, вопросы " +
  "одного дня помечены одинаково; в полночь по Москве ключ к пометкам удаляется, и чьи это вопросы, узнать уже нельзя. " +
  "Имён внутри вопроса я не распознаю: не пишите их, пожалуйста.";

export const QUEUE =
  "Само сообщение лежит в очереди, пока я на него не отвечу; если ответить не удаётся, то до трёх суток.";

export function passedOn(days: number): string {
  return (
    "Вопрос, который можно передать сотруднику, лежит у меня целиком и с вашим номером в MAX до передачи, но не дольше " +
    `суток. О переданном я ${counted(days, ["день", "дня", "дней"])} помню, чей он: иначе ответ до вас не дойдёт. ` +
    "Сотрудники видят только текст."
  );
}

export function forgetHint(hasStaff: boolean): string {
  const deleted = hasStaff
    ? "ваши сегодняшние вопросы, все ваши отметки и вопросы для сотрудников (ответ на них уже не придёт)"
    : "ваши сегодняшние вопросы и все ваши отметки";
  return `Кнопка ниже удалит ${deleted}. Переписку в MAX она не удаляет.`;
}

export function operator(organization: string): string {
  return `Бота ведёт ${organization}. Сообщения между нами доставляет мессенджер MAX.`;
}

export function keptFor(days: number): string {
  return `Всё это хранится ${counted(days, ["день", "дня", "дней"])}, потом удаляется.`;
}

export const FORGOTTEN_HEADING = "Готово";
export const NOTHING_TO_FORGET = "Ничего, что связано с вами, у меня не было.";
export const OLDER_QUESTIONS =
  "Вопросы прошлых дней с вами уже не связаны: найти их, чтобы удалить, нельзя.";

export function forgotten(questions: number, votes: number, passedOn: number): string {
  const parts = [
    ...(questions > 0 ? [`сегодняшних вопросов — ${questions}`] : []),
    ...(votes > 0 ? [`отметок под ответами — ${votes}`] : []),
    ...(passedOn > 0 ? [`вопросов для сотрудников — ${passedOn}`] : []),
  ];
  return `Удалено: ${parts.join(", ")}.`;
}
