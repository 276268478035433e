// What administrators are told of the content: what is wrong with it, as much to a message as MAX takes; that it is right.
import { tallyOf, wordProblem, wordTally, wordWarnings } from "../../faq/problems/word-problem.ts";
import { plain, bold, join, type RichText } from "../../markup/rich-text.ts";
import { adminButton } from "../buttons.ts";
import { pageAt, turnRows } from "../paging.ts";
import type { OutMessage } from "../reply.ts";
import { pageOf } from "../wording.ts";
import { sentLengthOf } from "../../faq/compose-answer.ts";
import { TEXT_LENGTH } from "../../markup/max-limits.ts";
import type { Problem } from "../../faq/problems/problem.ts";

export const CHECK = "Проверить содержание: ошибки и советы";
export const RELOAD = "Перечитать файл с содержанием";

const REJECTED = "Сохранённое содержание не принято: в нём ошибки. Пока их не исправят, бот отвечает по-прежнему.";
const LIVE_WITH_FAULTS = "Бот запущен, но на часть вопросов отвечает не так, как должен по questions.yaml:";
const MENDED = "Содержание исправлено и уже работает";
const ALL_WELL = "Всё в порядке";
const RELOADED = "Новое содержание уже работает";
const UNCHANGED = "Файл не менялся: бот отвечает по нему";
export const CANNOT_CHECK = "Проверить не удалось.";

const SHOW_ALL = "Показать всё";
const CHECK_AGAIN = "Проверить ещё раз";
const SEVERITY = { error: "ошибка", warning: "предупреждение" } as const;

export interface ListedFile {
  /** As administrators know it, without the folder. */
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** What is wrong: problems with places, or lines of text. */
export type Faults = readonly ListedFile[] | { readonly lines: readonly string[] };

export function rejectedMessage(faults: Faults, isLive: boolean): OutMessage {
  const pages = "lines" in faults ? inPages(faults.lines.map(plain)) : problemPages(faults);
  const [first = [], ...rest] = pages;
  const left = rest.reduce((sum, page) => sum + page.length, 0);
  const heading = bold(isLive ? LIVE_WITH_FAULTS : REJECTED);
  return {
    text: join([heading, ...first, plain(left === 0 ? "" : `… и ещё ${left}`)], "\n\n"),
    keyboard: [[adminButton(left === 0 ? CHECK_AGAIN : SHOW_ALL, "check", "")]],
  };
}

/** `size` is the content in numbers. */
export function mendedMessage(size: string): OutMessage {
  return { text: plain(`${MENDED}: ${size}.`), keyboard: [] };
}

export function loadedMessage(size: string, warnings: number): OutMessage {
  const more = warnings === 0 ? [] : [plain(`Есть ${wordWarnings(warnings)}: /check`)];
  return { text: join([plain(`${RELOADED}: ${size}.`), ...more], "\n\n"), keyboard: [] };
}

export function unchangedMessage(size: string): OutMessage {
  return { text: plain(`${UNCHANGED}: ${size}.`), keyboard: [] };
}

export interface CheckView {
  readonly files: readonly ListedFile[];
  readonly page: number;
  readonly size: string;
  readonly cases: number;
}

export function checkMessage({ files, page: wanted, size, cases }: CheckView): OutMessage {
  const all = problemPages(files);
  const { items, page, pages } = pageAt(all, wanted, 1);
  const again = adminButton(CHECK_AGAIN, "check", "");
  if (all.length === 0) {
    const held = `Проверочные вопросы: ${cases}, на все бот отвечает как надо.`;
    const counts = plain(cases === 0 ? `${size}.` : `${size}. ${held}`);
    return { text: join([bold(ALL_WELL), counts], "\n\n"), keyboard: [[again]] };
  }
  const heading = `Проверка содержания: ${wordTally(tallyOf(files))}${pageOf(page, pages)}`;
  const text: RichText = join([bold(heading), ...items.flat()], "\n\n");
  const turns = turnRows({ page, pages }, (turn, to) => adminButton(turn, "check", `${to}`));
  return { text, keyboard: [...turns, [again]] };
}

/** For the heading, and what stands below. */
const RESERVE = 600;
/** A problem that quotes a lot is cut, so that one always fits. */
const MAX_ITEM_LENGTH = 600;
/** More is not read on a phone. */
const MAX_ITEMS = 10;

/** At least one page where there is a problem; none otherwise. */
export function problemPages(files: readonly ListedFile[]): readonly (readonly RichText[])[] {
  const all = files.flatMap(({ name, problems }) => problems.map((found) => ({ name, found })));
  const errors = all.filter(({ found }) => found.severity === "error");
  const warnings = all.filter(({ found }) => found.severity === "warning");
  return inPages([...errors, ...warnings].map(({ name, found }) => itemOf(name, found)));
}

/** Any texts in pages that a message has room for. */
function inPages(items: readonly RichText[]): readonly (readonly RichText[])[] {
  const pages: RichText[][] = [];
  let length = 0;
  for (const item of items) {
    const page = pages.at(-1);
    const itemLength = sentLengthOf(item) + 2;
    if (page !== undefined && page.length < MAX_ITEMS && length + itemLength <= TEXT_LENGTH - RESERVE) {
      page.push(item);
      length += itemLength;
    } else {
      pages.push([item]);
      length = itemLength;
    }
  }
  return pages;
}

function itemOf(name: string, found: Problem): RichText {
  const text = cut(wordProblem(found));
  const where = found.place === undefined ? name : `${name}, строка ${found.place.line}`;
  const head = `${where}: ${SEVERITY[found.severity]}.`;
  return join([bold(head), plain(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`)], " ");
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MAX_ITEM_LENGTH ? text : `${characters.slice(0, MAX_ITEM_LENGTH).join("")}…`;
}
