// What is kept of people, said to them, and the button that deletes it.
import type { Faq } from "../../faq/faq.ts";
import { bold, join, plain } from "../../markup/rich-text.ts";
import { callbackButton, menuRow } from "./menu.ts";
import type { OutMessage } from "../reply.ts";
import {
  FORGET,
  forgetHint,
  FORGOTTEN_HEADING,
  forgotten,
  KEPT,
  keptFor,
  NOT_KEPT,
  NOTHING_TO_FORGET,
  OLDER_QUESTIONS,
  operator,
  passedOn,
  PRIVACY_HEADING,
  QUEUE,
} from "./privacy-wording.ts";

/** How much was deleted. */
export interface Forgotten {
  readonly questions: number;
  readonly votes: number;
  /** For the staff, handed on or waiting for it. */
  readonly passedOn: number;
}

export interface Keeping {
  readonly retentionDays: number;
  /** Whether questions can be handed on to a person. */
  readonly hasStaff: boolean;
}

export function privacyMessage(
  { organization }: Faq,
  { retentionDays, hasStaff }: Keeping,
): OutMessage {
  const staff = hasStaff ? [passedOn(retentionDays)] : [];
  const paragraphs = [
    KEPT,
    NOT_KEPT,
    keptFor(retentionDays),
    ...staff,
    QUEUE,
    forgetHint(hasStaff),
  ];
  return {
    text: join(
      [plain(operator(organization.name)), bold(PRIVACY_HEADING), ...paragraphs.map(plain)],
      "\n\n",
    ),
    keyboard: [[callbackButton(FORGET, { kind: "forget" })], menuRow()],
  };
}

export function forgottenMessage(counts: Forgotten): OutMessage {
  const { questions, votes, passedOn: passed } = counts;
  const deleted =
    questions + votes + passed > 0 ? forgotten(questions, votes, passed) : NOTHING_TO_FORGET;
  const text = [bold(FORGOTTEN_HEADING), plain(deleted), plain(OLDER_QUESTIONS)];
  return { text: join(text, "\n\n"), keyboard: [menuRow()] };
}
