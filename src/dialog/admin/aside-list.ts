// The list of what was put aside, page by page, with what can be done about each.
import { bold, join, plain, type RichText } from "../../markup/rich-text.ts";
import { adminButton } from "./admin-button.ts";
import {
  ASIDE_HEADING,
  ASIDE_HINT,
  type AsideKind,
  causeOf,
  DROPPED,
  dropTitle,
  IN_GROUP,
  KINDS,
  newAside,
  NOT_ASIDE,
  NOTHING_ASIDE,
  retryTitle,
  SHOW_ASIDE,
  TAKEN_UP,
  whenOf,
  WITHOUT_TEXT,
} from "./aside-wording.ts";
import { turnRows, type PageNumber } from "../paging.ts";
import type { Button, OutMessage } from "../reply.ts";
import { paragraphs, shortened } from "./taught-content.ts";
import { pageOf } from "../wording.ts";

/** How many are on a page: each takes a row of buttons. */
export const ASIDE_PAGE_SIZE = 4;

export interface AsideItem {
  readonly id: number;
  /** When it came, Unix ms. */
  readonly receivedAt: number;
  readonly kind: AsideKind;
  readonly isInGroup: boolean;
  /** What was written, masked; undefined for what has no text. */
  readonly text: string | undefined;
  /** Masked as well. */
  readonly error: string;
}

export interface AsideView extends PageNumber {
  readonly items: readonly AsideItem[];
  readonly total: number;
  /** What a tap has done. */
  readonly done?: "retried" | "dropped" | "gone" | undefined;
}

export type AsideOrder =
  | { readonly kind: "list"; readonly page: number }
  | { readonly kind: "retry" | "drop"; readonly id: number; readonly page: number };

const LIST = /^\d{1,4}$/u;
const ACT = /^(retry|drop):(\d{1,15}):(\d{1,4})$/u;

/** What a command or a button wants; undefined for a button that is none of ours. */
export function asideOrderOf(argument: string, isTap: boolean): AsideOrder | undefined {
  if (LIST.test(argument)) return { kind: "list", page: Number(argument) };
  const [, kind, id, page] = ACT.exec(argument) ?? [];
  // Only a button acts: whoever types numbers may mistype them.
  if (isTap && (kind === "retry" || kind === "drop"))
    return { kind, id: Number(id), page: Number(page) };
  return isTap ? undefined : { kind: "list", page: 0 };
}

const DONE = { retried: TAKEN_UP, dropped: DROPPED, gone: NOT_ASIDE } as const;

export function asideMessage({ items, total, page, pages, done }: AsideView): OutMessage {
  const outcome = plain(done === undefined ? "" : DONE[done]);
  if (items.length === 0)
    return { text: paragraphs([outcome, plain(NOTHING_ASIDE)]), keyboard: [] };
  const numberOf = (index: number) => page * ASIDE_PAGE_SIZE + index + 1;
  return {
    text: paragraphs([
      outcome,
      bold(`${ASIDE_HEADING}: ${total}${pageOf(page, pages)}`),
      ...items.map((item, index) => wordItem(item, numberOf(index))),
      plain(ASIDE_HINT),
    ]),
    keyboard: [
      ...items.map(({ id }, index) => [
        asideButton(retryTitle(numberOf(index)), `retry:${id}:${page}`),
        asideButton(dropTitle(numberOf(index)), `drop:${id}:${page}`),
      ]),
      ...turnRows({ page, pages }, (title, to) => asideButton(title, `${to}`)),
    ],
  };
}

function wordItem(item: AsideItem, number: number): RichText {
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

/** So many were put aside since this was said last. */
export function newAsideMessage(count: number): OutMessage {
  return { text: plain(newAside(count)), keyboard: [[asideButton(SHOW_ASIDE, "0")]] };
}

function asideButton(title: string, argument: string): Button {
  return adminButton(title, "aside", argument);
}
