// What is kept of people, said to them, and the button that deletes it.
import type { Faq } from "../../faq/faq.ts";
import { bold, join, plain } from "../../markup/rich-text.ts";
import { menuRow } from "./menu.ts";
import type { OutMessage } from "../reply.ts";
import { counted } from "../../text/plural.ts";
import { callbackButton } from "../buttons.ts";

const FORGET = "Удалить мои данные";
const PRIVACY_HEADING = "Что я о вас храню";

const KEPT = [
  "• текст вопросов ко мне: телефоны, адреса почты, ссылки, ники и длинные числа в нём заменены пометками;",
  "• когда и где задан вопрос (в личном чате или в группе), что я на него ответил и что вы выбрали;",
  "• помог ли ответ, если вы это отметили, и не спросили ли вы о том же ещё раз или сотрудника.",
].join("\n");

const NOT_KEPT =
  "Ваше имя, телефон и номер в MAX с вопросами не хранятся. Чтобы посчитать, сколько людей спрашивали, вопросы " +
  "одного дня помечены одинаково; в полночь по Москве ключ к пометкам удаляется, и чьи это вопросы, узнать уже нельзя. " +
  "Исключение — отметка 👎: она помнит свой вопрос, и через неё его и другие ваши вопросы того же дня можно " +
  "связать с вами, пока она хранится. " +
  "Имён внутри вопроса я не распознаю: не пишите их, пожалуйста.";

const LAST_REPLY =
  "О чём был мой последний ответ вам, я помню полчаса, чтобы понять «подробнее» или «а где это?». Потом это стирается, " +
  "не позже чем через час.";

const QUEUE =
  "Само сообщение, с вашим именем и номером в MAX, лежит в очереди, пока я на него не отвечу; если ответить не " +
  "удаётся, то до трёх суток. Следы того, что удалено, на диске затираются в течение часа.";

function passedOn(days: number): string {
  return (
    "Вопрос, который можно передать сотруднику, лежит у меня целиком и с вашим номером в MAX до передачи, но не дольше " +
    `суток. О переданном я ${counted(days, ["день", "дня", "дней"])} помню, чей он: иначе ответ до вас не дойдёт. ` +
    "Сотрудники видят только текст."
  );
}

function forgetHint(hasStaff: boolean): string {
  const passed = hasStaff ? ", вопросы для сотрудников (ответ на них уже не придёт)" : "";
  const deleted = `ваши сегодняшние вопросы, все ваши отметки${passed}, память о последнем ответе и сообщения, на которые я не смог ответить`;
  return `Кнопка ниже удалит ${deleted}. Переписку в MAX она не удаляет.`;
}

const FORGOTTEN_HEADING = "Готово";
const NOTHING_TO_FORGET = "Ничего, что связано с вами, у меня не было.";
const OLDER_QUESTIONS = "Вопросы прошлых дней с вами уже не связаны: найти их, чтобы удалить, нельзя.";

/** How much was deleted. */
export interface Forgotten {
  readonly questions: number;
  readonly votes: number;
  /** For the staff, handed on or waiting for it. */
  readonly passedOn: number;
  /** Messages that the bot could not answer. */
  readonly unanswered: number;
  /** What an administrator had begun to write. */
  readonly drafts: number;
}

export const NOTHING_FORGOTTEN: Forgotten = {
  questions: 0,
  votes: 0,
  passedOn: 0,
  unanswered: 0,
  drafts: 0,
};

export interface Keeping {
  readonly retentionDays: number;
  /** Whether questions can be handed on to a person. */
  readonly hasStaff: boolean;
}

export function privacyMessage({ organization }: Faq, { retentionDays, hasStaff }: Keeping): OutMessage {
  const paragraphs = [
    KEPT,
    NOT_KEPT,
    `Всё это хранится ${counted(retentionDays, ["день", "дня", "дней"])}, потом удаляется.`,
    ...(hasStaff ? [passedOn(retentionDays)] : []),
    LAST_REPLY,
    QUEUE,
    forgetHint(hasStaff),
  ];
  const operator = `Бота ведёт ${organization.name}. Сообщения между нами доставляет мессенджер MAX.`;
  return {
    text: join([plain(operator), bold(PRIVACY_HEADING), ...paragraphs.map(plain)], "\n\n"),
    keyboard: [[callbackButton(FORGET, { kind: "forget" })], menuRow()],
  };
}

export function forgottenMessage(forgotten: Forgotten): OutMessage {
  const { questions, votes, passedOn: passed, unanswered, drafts } = forgotten;
  const parts = [
    ...(questions > 0 ? [`сегодняшних вопросов — ${questions}`] : []),
    ...(votes > 0 ? [`отметок под ответами — ${votes}`] : []),
    ...(passed > 0 ? [`вопросов для сотрудников — ${passed}`] : []),
    ...(unanswered > 0 ? [`сообщений, на которые я не смог ответить, — ${unanswered}`] : []),
    ...(drafts > 0 ? ["начатая запись команды /new"] : []),
  ];
  const deleted = parts.length > 0 ? `Удалено: ${parts.join(", ")}.` : NOTHING_TO_FORGET;
  const text = [bold(FORGOTTEN_HEADING), plain(deleted), plain(OLDER_QUESTIONS)];
  return { text: join(text, "\n\n"), keyboard: [menuRow()] };
}
