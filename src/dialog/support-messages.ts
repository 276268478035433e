// Handing a question on to a person: the messages to both sides.
import { sentLengthOf } from "../faq/compose-answer.ts";
import { TEXT_LENGTH } from "../markup/max-limits.ts";
import { asSentence } from "./parent/answers.ts";
import { bold, join, plain, type RichText } from "../markup/rich-text.ts";
import { menuRow } from "./parent/menu.ts";
import type { Button, OutMessage } from "./reply.ts";
import { callbackButton } from "./buttons.ts";
import { decodePayload } from "./payload.ts";

const ASK_PERSON = "Спросить сотрудника";
/** Under a reply that leaves the question open, before anything is sent. */
const ASK_PERSON_HINT =
  `Кнопкой «${ASK_PERSON}» вы передадите этот вопрос сотруднику школы. ` +
  "Он увидит только текст вопроса, без вашего имени.";

const PASSED_HEADING = "Передал ваш вопрос сотруднику школы.";
const PASSED =
  "Ответ придёт сюда, в этот чат. Когда ответят, я не знаю: отвечает человек. " +
  "Имени вашего он не видит; если оно важно, напишите вопрос ещё раз вместе с именем и классом.";
const FOLLOW_UP_PASSED = "Передал сотруднику школы. Ответ придёт сюда.";
const TOO_MANY = "Сегодня вы передали сотруднику уже несколько вопросов, больше пока не могу. Попробуйте завтра.";
const ALL_BUSY = "Сейчас сотрудникам пришло слишком много вопросов сразу. Попробуйте, пожалуйста, через час.";
const QUESTION_GONE =
  "Этого вопроса у меня уже нет: непереданные вопросы я храню сутки. Напишите его, пожалуйста, ещё раз.";
const UNREACHABLE = "Передать вопрос сейчас не получилось: чат сотрудников недоступен.";

const STAFF_QUESTION_HEADING = "Вопрос из чата с ботом";
const STAFF_FOLLOW_UP_HEADING = "Ещё от того же человека";
const STAFF_HOW_TO = "Ответьте на это сообщение, и я передам ваш ответ: только текст и без вашего имени.";
const QUESTION_CUT = "[Конец вопроса не поместился.]";

const ANSWER_HEADING = "Ответ сотрудника школы";
const CORRECTED_ANSWER_HEADING = "Сотрудник школы исправил ответ";
const ANSWER_HOW_TO_GO_ON = "Чтобы спросить его ещё, ответьте на это сообщение. На остальное отвечаю я, бот.";

/** Under an answer that did not help: of the question only what the answer is called is known. */
const ASK_PERSON_ANSWERED_HINT =
  `Кнопкой «${ASK_PERSON}» вы передадите сотруднику школы, что этот ответ не помог, без вашего имени. ` +
  "Подробности вы сможете написать, когда он ответит.";

/** What became of a question. */
export type Passing = "passed" | "too-many" | "all-busy" | "gone" | "unreachable";

/** What the staff are told of their reply, by what became of it. */
const DELIVERY_NOTES = {
  delivered: "Передал ваш ответ.",
  "correction-delivered": "Передал исправленный ответ.",
  "only-text-delivered": "Передал только текст: вложения я не передаю.",
  "no-text": "Не передал: в ответе нет текста, а вложения я не передаю. Напишите, пожалуйста, словами.",
  "too-long": "Не передал: ответ длиннее, чем помещается в одно сообщение. Разделите его, пожалуйста, на части.",
  stopped: "Не передал: человек остановил бота, и писать ему я больше не могу.",
  refused: "Не передал: MAX не принял сообщение для этого человека.",
  "no-question":
    "Никому не передал: это не вопрос из чата с ботом, или он уже удалён — по сроку хранения или по просьбе " +
    "того, кто спросил. " +
    "Чтобы ответить, ответьте на само сообщение с вопросом.",
} as const;

export type Delivery = keyof typeof DELIVERY_NOTES;

/** A message that leaves a question open, with the way to a person: said before anything is sent. */
export function withPersonOffer(message: OutMessage, questionId: string): OutMessage {
  const { text, note } = message;
  const hint = note?.kind === "voted" ? ASK_PERSON_ANSWERED_HINT : ASK_PERSON_HINT;
  const whole = join([text, plain(hint)], "\n\n");
  const keyboard = message.keyboard.map((row) => row.map((one) => withPerson(one, questionId)));
  return {
    ...message,
    text: sentLengthOf(whole) <= TEXT_LENGTH ? whole : text,
    // The way back to all questions stays the last one.
    keyboard: [...keyboard.slice(0, -1), personRow(questionId), ...keyboard.slice(-1)],
  };
}

/** Who finds none of the suggestions right can still hand on what was asked. */
function withPerson(button: Button, personId: string): Button {
  const payload = button.kind === "callback" ? decodePayload(button.payload) : undefined;
  if (payload?.kind !== "not-that") return button;
  return callbackButton(button.text, { ...payload, personId });
}

function personRow(questionId: string): readonly Button[] {
  return [callbackButton(ASK_PERSON, { kind: "person", questionId })];
}

interface PassedQuestion {
  readonly questionId: string;
  /** Whom to ask instead. */
  readonly contact: string;
  readonly isFollowUp?: boolean;
}

/** What the one who asked is told. Where it may be tried again later the button stays. */
export function passingMessage(passing: Passing, question: PassedQuestion): OutMessage {
  switch (passing) {
    case "passed":
      return question.isFollowUp === true
        ? noteWith(plain(FOLLOW_UP_PASSED))
        : noteWith(join([bold(PASSED_HEADING), plain(PASSED)], "\n\n"));
    case "gone":
      return noteWith(plain(QUESTION_GONE));
    case "too-many":
      return failed(TOO_MANY, question);
    case "all-busy":
      return failed(ALL_BUSY, question);
    case "unreachable":
      return failed(UNREACHABLE, question);
  }
}

function failed(reason: string, { questionId, contact }: PassedQuestion): OutMessage {
  return noteWith(join([plain(reason), plain(asSentence(contact))], "\n\n"), personRow(questionId));
}

function noteWith(text: RichText, ...rows: readonly (readonly Button[])[]): OutMessage {
  return { text, keyboard: [...rows, menuRow()] };
}

/** The copy of a question in the staff chat. */
export function staffMessage(question: string, isFollowUp: boolean): OutMessage {
  const heading = isFollowUp ? STAFF_FOLLOW_UP_HEADING : STAFF_QUESTION_HEADING;
  const around = (text: RichText) => join([bold(heading), text, plain(STAFF_HOW_TO)], "\n\n");
  const whole = around(plain(question));
  if (sentLengthOf(whole) <= TEXT_LENGTH) return { text: whole, keyboard: [] };
  return {
    text: around(plain(`${beginningOf(question, around)}…\n${QUESTION_CUT}`)),
    keyboard: [],
  };
}

/** The longest beginning that still fits, as a question of nothing but "<" would not by its length alone. */
function beginningOf(question: string, around: (text: RichText) => RichText): string {
  let fits = 0;
  let tooLong = question.length;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    const text = around(plain(`${question.slice(0, middle)}…\n${QUESTION_CUT}`));
    if (sentLengthOf(text) <= TEXT_LENGTH) fits = middle;
    else tooLong = middle;
  }
  // Half of an emoji at the cut would not be valid text.
  return question.slice(0, fits).replace(/[\uD800-\uDBFF]$/u, "");
}

/** What the one who asked gets; undefined when it does not fit one message. */
export function personAnswerMessage(answer: string, isCorrection: boolean): OutMessage | undefined {
  const heading = isCorrection ? CORRECTED_ANSWER_HEADING : ANSWER_HEADING;
  const text = join([bold(heading), plain(answer), plain(ANSWER_HOW_TO_GO_ON)], "\n\n");
  return sentLengthOf(text) > TEXT_LENGTH ? undefined : { text, keyboard: [] };
}

/** What the staff are told under their reply. */
export function deliveryMessage(delivery: Delivery): OutMessage {
  return { text: plain(DELIVERY_NOTES[delivery]), keyboard: [] };
}
