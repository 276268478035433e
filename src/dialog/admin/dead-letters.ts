// The list of what was given up, page by page, with what can be done about each.
import { bold, join, plain, type RichText } from "../../markup/rich-text.ts";
import { adminButton } from "./admin-button.ts";
import {
  DEAD_LETTERS_HEADING,
  DEAD_LETTERS_HINT,
  type DeadLetterKind,
  causeOf,
  DROPPED,
  dropTitle,
  IN_GROUP,
  KINDS,
  newDeadLetters,
  NO_SUCH_DEAD_LETTER,
  NO_DEAD_LETTERS,
  retryTitle,
  SHOW_DEAD_LETTERS,
  TAKEN_UP,
  whenOf,
  WITHOUT_TEXT,
} from "./dead-letters-wording.ts";
import { turnRows, type PageNumber } from "../paging.ts";
import type { Button, OutMessage } from "../reply.ts";
import { paragraphs, shortened } from "./taught-content.ts";
import { pageOf } from "../wording.ts";

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
  /** What a tap has done. */
  readonly done?: "retried" | "dropped" | "gone" | undefined;
}

export type DeadLetterRequest =
  | { readonly kind: "list"; readonly page: number }
  | { readonly kind: "retry" | "drop"; readonly id: number; readonly page: number };

const LIST = /^\d{1,4}$/u;
const ACT = /^(retry|drop):(\d{1,15}):(\d{1,4})$/u;

/** What a command or a button asks for; undefined for a button that is none of ours. */
export function deadLetterRequestOf(
  argument: string,
  isTap: boolean,
): DeadLetterRequest | undefined {
  if (LIST.test(argument)) return { kind: "list", page: Number(argument) };
  const [, kind, id, page] = ACT.exec(argument) ?? [];
  // Only a button acts: whoever types numbers may mistype them.
  if (isTap && (kind === "retry" || kind === "drop"))
    return { kind, id: Number(id), page: Number(page) };
  return isTap ? undefined : { kind: "list", page: 0 };
}

const DONE = { retried: TAKEN_UP, dropped: DROPPED, gone: NO_SUCH_DEAD_LETTER } as const;

export function deadLettersMessage({
  items,
  total,
  page,
  pages,
  done,
}: DeadLettersPage): OutMessage {
  const outcome = plain(done === undefined ? "" : DONE[done]);
  if (items.length === 0)
    return { text: paragraphs([outcome, plain(NO_DEAD_LETTERS)]), keyboard: [] };
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
        deadLettersButton(retryTitle(numberOf(index)), `retry:${id}:${page}`),
        deadLettersButton(dropTitle(numberOf(index)), `drop:${id}:${page}`),
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
      bold(`${number}. ${what}, ${whenOf(receivedAt)}`),
      plain(quoted),
      plain(`${shortened(causeOf(error), 200)}.`),
    ],
    "\n",
  );
}

/** So many were given up since this was said last. */
export function newDeadLettersMessage(count: number): OutMessage {
  return {
    text: plain(newDeadLetters(count)),
    keyboard: [[deadLettersButton(SHOW_DEAD_LETTERS, "0")]],
  };
}

function deadLettersButton(title: string, argument: string): Button {
  return adminButton(title, "aside", argument);
}
