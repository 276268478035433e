// An entry as the message it is sent as.
import { richTextOf } from "../markup/markdown.ts";
import { bold, htmlOf, join, link, plain, type RichText } from "../markup/rich-text.ts";
import type { Entry, Source } from "./faq.ts";

/** Kept free in every answer for what the talk adds, such as a link to share. */
export const ANSWER_RESERVE = 250;

export type AnswerContent = Pick<Entry, "question" | "answer" | "source" | "checked">;

/** The question as a heading, the answer, and below it where it is from and when it was checked. */
export function composeAnswer(content: AnswerContent): RichText {
  const { question, answer } = content;
  return join([bold(question), richTextOf(answer), originOf(content)], "\n\n");
}

/** Where an answer is from and when it was checked; empty where the file does not say. */
export function originOf({ source, checked }: Pick<AnswerContent, "source" | "checked">): RichText {
  return join(
    [source === undefined ? [] : sourceLine(source), checked === undefined ? [] : plain(checkedLine(checked))],
    "\n",
  );
}

/** The length MAX counts, in UTF-16 units of the HTML that is sent. */
export function sentLengthOf(text: RichText): number {
  return htmlOf(text).length;
}

function sourceLine({ title, url }: Source): RichText {
  return [...plain("Источник: "), ...(url === undefined ? plain(title) : link(title, url))];
}

const MONTHS = [
  "января",
  "февраля",
  "марта",
  "апреля",
  "мая",
  "июня",
  "июля",
  "августа",
  "сентября",
  "октября",
  "ноября",
  "декабря",
];

/** `checked` is an ISO date; no time zone comes in, as it would with Date. */
function checkedLine(checked: string): string {
  const [year = "", month = "", day = ""] = checked.split("-");
  return `Проверено: ${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year} г.`;
}
