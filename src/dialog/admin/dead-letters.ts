// The list of what was given up, page by page, with what can be done about each.
import { bold, join, plain, type RichText } from "../../markup/rich-text.ts";
import { adminButton } from "../buttons.ts";
import { turnRows, type PageNumber } from "../paging.ts";
import type { Button, OutMessage } from "../reply.ts";
import { paragraphs, shortened } from "./taught-content.ts";
import { pageOf } from "../wording.ts";
import { counted, type NounForms } from "../../text/plural.ts";

export const DEAD_LETTERS = "Отложенное: что бот не смог обработать";
const NO_DEAD_LETTERS = "Отложенных сообщений нет: бот обработал всё, что пришло.";
const DEAD_LETTERS_HEADING = "Отложено";
const DEAD_LETTERS_HINT =
  "«Повторить» — бот попробует ответить ещё раз. «Убрать» — забыть сообщение без ответа. " +
  "Через трое суток после того, как сообщение пришло, оно удалится само.";
const SHOW_DEAD_LETTERS = "Показать отложенное";
const IN_GROUP = "в группе";
const WITHOUT_TEXT = "(без текста)";

/** What came. */
type DeadLetterKind = "message" | "edited" | "tap" | "started" | "membership" | "other";

export const KINDS: Readonly<Record<DeadLetterKind, string>> = {
  message: "Сообщение",
  edited: "Исправленное сообщение",
  tap: "Нажатие кнопки",
  started: "Начало разговора",
  membership: "Бота добавили в группу или удалили из неё",
  other: "Неизвестное событие",
};

/** When it came, in Moscow. */
const TIMES = new Intl.DateTimeFormat("ru", {
  timeZone: "Europe/Moscow",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});

/** How an error is told to somebody who is no programmer; the first pattern that fits. */
const CAUSES: readonly (readonly [pattern: RegExp, words: (status: string) => string])[] = [
  [/MAX answered (403|404)/u, (status) => `MAX не дал ответить: чат недоступен боту (${status})`],
  [/MAX answered (429)/u, (status) => `MAX слишком долго просил подождать (${status})`],
  [/MAX answered (5\d\d)/u, (status) => `MAX долго не работал (${status})`],
  [/MAX answered (\d{3})/u, (status) => `MAX не принял ответ бота (${status})`],
  [/no answer within|no connection to MAX|asked for a pause/u, () => "MAX долго не отвечал"],
  [/^UsageError/u, () => "Мешает настройка бота: причина — в его журнале"],
  [/^OutsideError/u, () => "Не работали диск, база данных или сеть"],
  [/took longer than/u, () => "Бот слишком долго готовил ответ"],
];

export function causeOf(error: string): string {
  for (const [pattern, words] of CAUSES) {
    const match = pattern.exec(error);
    if (match !== null) return words(match[1] ?? "");
  }
  return `Ошибка в программе: ${error}`;
}

const UPDATES: NounForms = ["сообщение", "сообщения", "сообщений"];

/** How many are on a page: each takes a row of buttons. */
export const DEAD_LETTERS_PAGE_SIZE = 4;

export interface ShownDeadLetter {
  readonly id: number;
  /** When it came, Unix ms. */
  readonly receivedAt: number;
  readonly kind: DeadLetterKind;
  readonly isInGroup: boolean;
  /** What was written, masked; undefined for what has no text. */
  readonly text: string | undefined;
  /** Masked as well. */
  readonly error: string;
}

export interface DeadLettersPage extends PageNumber {
  readonly items: readonly ShownDeadLetter[];
  readonly total: number;
  readonly done?: keyof typeof DONE | undefined;
}

export type DeadLetterRequest =
  | { readonly kind: "list"; readonly page: number }
  | { readonly kind: "retry" | "drop"; readonly id: number; readonly page: number };

const LIST = /^\d{1,4}$/u;
const ACT = /^(retry|drop):(\d{1,15}):(\d{1,4})$/u;

/** What a command or a button asks for; undefined for a button that is none of ours. */
export function deadLetterRequestOf(argument: string, isTap: boolean): DeadLetterRequest | undefined {
  if (LIST.test(argument)) return { kind: "list", page: Number(argument) };
  const [, kind, id, page] = ACT.exec(argument) ?? [];
  // Only a button acts: whoever types numbers may mistype them.
  if (isTap && (kind === "retry" || kind === "drop")) return { kind, id: Number(id), page: Number(page) };
  return isTap ? undefined : { kind: "list", page: 0 };
}

/** What a tap has done. */
const DONE = {
  retried: "Сообщение снова в очереди. Если ответить опять не получится, оно вернётся сюда.",
  dropped: "Сообщение убрано.",
  gone: "Этого сообщения в списке уже нет: его повторили или убрали раньше.",
} as const;

export function deadLettersMessage({ items, total, page, pages, done }: DeadLettersPage): OutMessage {
  const outcome = plain(done === undefined ? "" : DONE[done]);
  if (items.length === 0) return { text: paragraphs([outcome, plain(NO_DEAD_LETTERS)]), keyboard: [] };
  const numberOf = (index: number) => page * DEAD_LETTERS_PAGE_SIZE + index + 1;
  return {
    text: paragraphs([
      outcome,
      bold(`${DEAD_LETTERS_HEADING}: ${total}${pageOf(page, pages)}`),
      ...items.map((item, index) => wordItem(item, numberOf(index))),
      plain(DEAD_LETTERS_HINT),
    ]),
    keyboard: [
      ...items.map(({ id }, index) => [
        deadLettersButton(`${numberOf(index)}. Повторить`, `retry:${id}:${page}`),
        deadLettersButton(`${numberOf(index)}. Убрать`, `drop:${id}:${page}`),
      ]),
      ...turnRows({ page, pages }, (title, to) => deadLettersButton(title, `${to}`)),
    ],
  };
}

function wordItem(item: ShownDeadLetter, number: number): RichText {
  const { receivedAt, kind, isInGroup, text, error } = item;
  const what = isInGroup && kind !== "membership" ? `${KINDS[kind]} ${IN_GROUP}` : KINDS[kind];
  const quoted = text === undefined ? "" : text === "" ? WITHOUT_TEXT : `«${shortened(text, 200)}»`;
  return join(
    [
      bold(`${number}. ${what}, ${TIMES.format(receivedAt)}`),
      plain(quoted),
      plain(`${shortened(causeOf(error), 200)}.`),
    ],
    "\n",
  );
}

/** So many were given up since this was said last. */
export function newDeadLettersMessage(count: number): OutMessage {
  return {
    text: plain(`⚠️ Бот не смог обработать ${counted(count, UPDATES)} после нескольких попыток.`),
    keyboard: [[deadLettersButton(SHOW_DEAD_LETTERS, "0")]],
  };
}

function deadLettersButton(title: string, argument: string): Button {
  return adminButton(title, "aside", argument);
}
