// The menu: categories, questions of a category, page by page.
import type { Category, Entry, Faq } from "../../faq/faq.ts";
import { bold, join, plain, type RichText } from "../../markup/rich-text.ts";
import { callbackButton, messageButton } from "../buttons.ts";
import { pageAt, turnRows } from "../paging.ts";
import type { Button, OutMessage } from "../reply.ts";
import * as said from "../wording.ts";

/** More buttons than this make a list that nobody reads on a phone. */
const PAGE_SIZE = 8;

/** Names the question that the entry is offered for, where it is. */
export function entryRow(entry: Entry, questionId?: string): readonly Button[] {
  return [callbackButton(entry.button, { kind: "entry", entryId: entry.id, questionId })];
}

/** What it stands under stays: the menu comes beneath. */
export function menuRow(): readonly Button[] {
  return [messageButton(said.ALL_QUESTIONS)];
}

/** Where one menu follows another in the same message. */
export function backToMenuRow(): readonly Button[] {
  return [callbackButton(said.BACK_TO_MENU, { kind: "menu", page: 0 })];
}

export function categoryRow(category: Category): readonly Button[] {
  return [callbackButton(category.title, { kind: "category", categoryId: category.id, page: 0 })];
}

/** The categories that have questions, in the order of the file. */
export function filledCategories(faq: Faq): readonly Category[] {
  const filled = new Set(faq.entries.map((entry) => entry.categoryId));
  return faq.categories.filter((category) => filled.has(category.id));
}

interface MenuSubject {
  readonly faq: Faq;
  /** The bot's name in links: what has one can be shared. */
  readonly username: string | undefined;
}

/** The list of categories under `heading`. */
export function menuMessage(
  { faq, username }: MenuSubject,
  heading: RichText = join([bold(said.MENU_HEADING), plain(said.MENU_HINT)], "\n\n"),
  page = 0,
): OutMessage {
  const view = pageAt(filledCategories(faq), page, PAGE_SIZE);
  return {
    text: heading,
    keyboard: [
      ...view.items.map(categoryRow),
      ...turnRows(view, (turn, to) => callbackButton(turn, { kind: "menu", page: to })),
      ...(username === undefined ? [] : [[callbackButton(said.SHARE_BOT, { kind: "share-bot" })]]),
    ],
  };
}

export function categoryMessage(faq: Faq, category: Category, page: number): OutMessage {
  const entries = faq.entries.filter((entry) => entry.categoryId === category.id);
  const view = pageAt(entries, page, PAGE_SIZE);
  const title = `${category.title}${said.pageOf(view.page, view.pages)}`;
  return {
    text: join([bold(title), plain(said.CATEGORY_HINT)], "\n\n"),
    keyboard: [
      ...view.items.map((entry) => entryRow(entry)),
      ...turnRows(view, (turn, to) => callbackButton(turn, { kind: "category", categoryId: category.id, page: to })),
      backToMenuRow(),
    ],
  };
}
