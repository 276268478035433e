// All pages in the order of the navigation.

export type PageName = "overview" | "questions" | "unanswered" | "content" | "try" | "state";

export interface PageEntry {
  /** In the address, as in `#/overview`, and the name of its icon. */
  readonly name: PageName;
  readonly title: string;
}

export const FIRST_PAGE: PageEntry = { name: "overview", title: "Обзор" };

export const PAGES: readonly PageEntry[] = [
  FIRST_PAGE,
  { name: "questions", title: "Вопросы" },
  { name: "unanswered", title: "Без ответа" },
  { name: "content", title: "Содержание" },
  { name: "try", title: "Проба" },
  { name: "state", title: "Состояние" },
];
