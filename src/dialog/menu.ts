// The menu: categories, questions of a category, page by page.
import type { Category, Entry, Faq } from "../faq/faq.ts";
import { bold, join, plain, type RichText } from "../markup/rich-text.ts";
import { buttonTitle } from "./button-title.ts";
import { encodePayload, type Payload } from "./payload.ts";
import type { Button, OutMessage } from "./reply.ts";
import {
  ALL_QUESTIONS,
  BACK_TO_MENU,
  CATEGORY_HINT,
  MENU_HEADING,
  MENU_HINT,
  NEXT_PAGE,
  pageOf,
  PREVIOUS_PAGE,
  SHARE_BOT,
} from "./wording.ts";

/** More buttons than this make a list that nobody reads on a phone. */
const PAGE_SIZE = 8;

export function callbackButton(title: string, payload: Payload): Button {
  return { kind: "callback", text: buttonTitle(title), payload: encodePayload(payload) };
}

/** Names the question that the entry is offered for, where it is. */
export function entryRow(entry: Entry, questionId?: string): readonly Button[] {
  return [callbackButton(entry.button, { kind: "entry", entryId: entry.id, questionId })];
}

export function menuRow(): readonly Button[] {
  return [callbackButton(ALL_QUESTIONS, { kind: "menu", page: 0 })];
}

export function categoryRow(category: Category): readonly Button[] {
  return [callbackButton(category.title, { kind: "category", categoryId: category.id, page: 0 })];
}

/** The categories that have questions, in the order of the file. */
export function filledCategories(faq: Faq): readonly Category[] {
  const filled = new Set(faq.entries.map((entry) => entry.categoryId));
  return faq.categories.filter((category) => filled.has(category.id));
}

interface MenuOptions {
  readonly page?: number;
  readonly heading?: RichText;
  /** Whether the bot has a name to share. */
  readonly canShare?: boolean;
}

/** The list of categories under `heading`, by default the question what to choose. */
export function menuMessage(
  faq: Faq,
  { page = 0, heading, canShare = false }: MenuOptions = {},
): OutMessage {
  const view = pageAt(filledCategories(faq), page);
  return {
    text: heading ?? join([bold(MENU_HEADING), plain(MENU_HINT)], "\n\n"),
    keyboard: [
      ...view.items.map(categoryRow),
      ...pageRows(view, (page) => ({ kind: "menu", page })),
      ...(canShare ? [[callbackButton(SHARE_BOT, { kind: "share-bot" })]] : []),
    ],
  };
}

export function categoryMessage(faq: Faq, category: Category, page: number): OutMessage {
  const entries = faq.entries.filter((entry) => entry.categoryId === category.id);
  const view = pageAt(entries, page);
  const title = `${category.title}${pageOf(view.page, view.pages)}`;
  return {
    text: join([bold(title), plain(CATEGORY_HINT)], "\n\n"),
    keyboard: [
      ...view.items.map((entry) => entryRow(entry)),
      ...pageRows(view, (page) => ({ kind: "category", categoryId: category.id, page })),
      [callbackButton(BACK_TO_MENU, { kind: "menu", page: 0 })],
    ],
  };
}

interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pages: number;
}

/** The page asked for, or the last one when the list has become shorter since the button was made. */
function pageAt<T>(all: readonly T[], wanted: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const page = Math.min(wanted, pages - 1);
  return { items: all.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE), page, pages };
}

function pageRows<T>(
  { page, pages }: Page<T>,
  payloadOf: (page: number) => Payload,
): readonly (readonly Button[])[] {
  const row = [
    ...(page > 0 ? [callbackButton(PREVIOUS_PAGE, payloadOf(page - 1))] : []),
    ...(page < pages - 1 ? [callbackButton(NEXT_PAGE, payloadOf(page + 1))] : []),
  ];
  return row.length > 0 ? [row] : [];
}
