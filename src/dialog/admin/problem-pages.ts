// Problems of the content as messages: errors first, as many to a message as MAX takes.
import { MAX_TEXT_LENGTH, sentLengthOf } from "../../faq/compose-answer.ts";
import type { Problem } from "../../faq/problem.ts";
import { wordProblem } from "../../faq/word-problem.ts";
import { bold, join, plain, type RichText } from "../../markup/rich-text.ts";
import { placeInFile, SEVERITY } from "./content-wording.ts";

export interface ListedFile {
  /** As administrators know it, without the folder. */
  readonly name: string;
  readonly problems: readonly Problem[];
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
export function inPages(items: readonly RichText[]): readonly (readonly RichText[])[] {
  const pages: RichText[][] = [];
  let length = 0;
  for (const item of items) {
    const page = pages.at(-1);
    const itemLength = sentLengthOf(item) + 2;
    if (
      page !== undefined &&
      page.length < MAX_ITEMS &&
      length + itemLength <= MAX_TEXT_LENGTH - RESERVE
    ) {
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
  const head = `${placeInFile(name, found.place?.line)}: ${SEVERITY[found.severity]}.`;
  return join([bold(head), plain(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`)], " ");
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MAX_ITEM_LENGTH
    ? text
    : `${characters.slice(0, MAX_ITEM_LENGTH).join("")}…`;
}
