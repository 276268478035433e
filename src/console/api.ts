// What all pages of the console and their server say to each other; each area has a file of its own. Types alone, so that a page takes no server along.

/** All paths begin with this; bodies and answers are JSON. A refusal has a 4xx status and is a Failure. */
export const API = "/console/api";

/** The pages in the order of the navigation; `name` as in the address `#/overview`. */
export const PAGES = [
  { name: "overview", title: "Обзор" },
  { name: "questions", title: "Вопросы" },
  { name: "unanswered", title: "Без ответа" },
  { name: "content", title: "Содержание" },
  { name: "try", title: "Проба" },
  { name: "state", title: "Состояние" },
] as const;

/** What went wrong, in Russian, fit to be shown. */
export interface Failure {
  readonly message: string;
}

/** `GET session`. Nobody needs to sign in where it is "open": the preview on this computer. */
export interface Session {
  readonly kind: "signed-in" | "signed-out" | "open";
  /** The name of the school; only for those who are in. */
  readonly organization?: string;
  /** Whether the chat page of the local MAX is at `/`. */
  readonly hasChat?: boolean;
}

/** `POST session`; 401 for a wrong token, 429 with `Retry-After` for too many attempts. `DELETE session` signs out. */
export interface SignIn {
  readonly token: string;
}

export interface Titled {
  readonly id: string;
  readonly title: string;
}

/** 404 with a Failure where the group is dealt with, or gone. */
export interface Done {
  /** In Russian. */
  readonly message: string;
}

/** `GET events`: server-sent events named by what changed; the page asks anew for what it shows. */
export type Changed = "journal" | "content" | "state";
