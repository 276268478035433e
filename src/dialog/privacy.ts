// What is kept of people, said to them, and the button that deletes it.
import type { Faq } from "../faq/faq.ts";
import { bold, join, plain } from "../markup/rich-text.ts";
import { callbackButton, menuRow } from "./menu.ts";
import type { OutMessage } from "./reply.ts";
import {
  FORGET,
  FORGET_HINT,
  FORGOTTEN_HEADING,
  forgotten,
  KEPT,
  keptFor,
  NOT_KEPT,
  NOTHING_TO_FORGET,
  OLDER_QUESTIONS,
  operator,
  PRIVACY_HEADING,
  QUEUE,
} from "./privacy-wording.ts";

/** How much was deleted. */
export interface Forgotten {
  readonly questions: number;
  readonly votes: number;
}

export function privacyMessage({ organization }: Faq, retentionDays: number): OutMessage {
  const paragraphs = [KEPT, NOT_KEPT, keptFor(retentionDays), QUEUE, FORGET_HINT];
  return {
    text: join(
      [plain(operator(organization.name)), bold(PRIVACY_HEADING), ...paragraphs.map(plain)],
      "\n\n",
    ),
    keyboard: [[callbackButton(FORGET, { kind: "forget" })], menuRow()],
  };
}

export function forgottenMessage({ questions, votes }: Forgotten): OutMessage {
  const deleted = questions + votes > 0 ? forgotten(questions, votes) : NOTHING_TO_FORGET;
  const text = [bold(FORGOTTEN_HEADING), plain(deleted), plain(OLDER_QUESTIONS)];
  return { text: join(text, "\n\n"), keyboard: [menuRow()] };
}
