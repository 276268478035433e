// Handing a question on to a person: the messages to both sides.
import { MAX_TEXT_LENGTH, sentLengthOf } from "../../faq/compose-answer.ts";
import { asSentence } from "../parent/answers.ts";
import { bold, join, plain, type RichText } from "../../markup/rich-text.ts";
import { callbackButton, menuRow } from "../parent/menu.ts";
import type { Button, OutMessage } from "../reply.ts";
import {
  ALL_BUSY,
  ANSWER_HEADING,
  ANSWER_HOW_TO_GO_ON,
  ANSWER_REFUSED,
  ANSWER_TOO_LONG,
  ASK_PERSON,
  ASK_PERSON_HINT,
  CORRECTED_ANSWER_HEADING,
  CORRECTION_DELIVERED,
  DELIVERED,
  FOLLOW_UP_PASSED,
  NO_SUCH_QUESTION,
  NOTHING_TO_DELIVER,
  ONLY_TEXT_DELIVERED,
  PARENT_STOPPED_BOT,
  PASSED,
  PASSED_HEADING,
  QUESTION_CUT,
  QUESTION_GONE,
  STAFF_FOLLOW_UP_HEADING,
  STAFF_HOW_TO,
  STAFF_QUESTION_HEADING,
  TOO_MANY,
  UNREACHABLE,
} from "./support-wording.ts";

/** What became of a question. */
export type Passing = "passed" | "too-many" | "all-busy" | "gone" | "unreachable";

/** What became of a reply in the staff chat. */
export type Delivery =
  | "delivered"
  | "correction-delivered"
  | "only-text-delivered"
  | "no-text"
  | "too-long"
  | "stopped"
  | "refused"
  | "no-question";

/** A message that leaves a question open, with the way to a person: said before anything is sent. */
export function withPersonOffer(message: OutMessage, questionId: string): OutMessage {
  const { text, keyboard } = message;
  return {
    ...message,
    text: join([text, plain(ASK_PERSON_HINT)], "\n\n"),
    // The way back to all questions stays the last one.
    keyboard: [...keyboard.slice(0, -1), personRow(questionId), ...keyboard.slice(-1)],
  };
}

function personRow(questionId: string): readonly Button[] {
  return [callbackButton(ASK_PERSON, { kind: "person", questionId })];
}

interface PassedQuestion {
  readonly questionId: string;
  /** Whom to ask instead. */
  readonly contact: string;
  readonly isFollowUp?: boolean;
}

/** What the one who asked is told. Where it may be tried again later the button stays. */
export function passingMessage(passing: Passing, question: PassedQuestion): OutMessage {
  switch (passing) {
    case "passed":
      return question.isFollowUp === true
        ? noteWith(plain(FOLLOW_UP_PASSED))
        : noteWith(join([bold(PASSED_HEADING), plain(PASSED)], "\n\n"));
    case "gone":
      return noteWith(plain(QUESTION_GONE));
    case "too-many":
      return failed(TOO_MANY, question);
    case "all-busy":
      return failed(ALL_BUSY, question);
    case "unreachable":
      return failed(UNREACHABLE, question);
  }
}

function failed(reason: string, { questionId, contact }: PassedQuestion): OutMessage {
  return noteWith(join([plain(reason), plain(asSentence(contact))], "\n\n"), personRow(questionId));
}

function noteWith(text: RichText, ...rows: readonly (readonly Button[])[]): OutMessage {
  return { text, keyboard: [...rows, menuRow()] };
}

/** The copy of a question in the staff chat. */
export function staffMessage(question: string, isFollowUp: boolean): OutMessage {
  const heading = isFollowUp ? STAFF_FOLLOW_UP_HEADING : STAFF_QUESTION_HEADING;
  const around = (text: RichText) => join([bold(heading), text, plain(STAFF_HOW_TO)], "\n\n");
  const whole = around(plain(question));
  if (sentLengthOf(whole) <= MAX_TEXT_LENGTH) return { text: whole, keyboard: [] };
  return {
    text: around(plain(`${beginningOf(question, around)}…\n${QUESTION_CUT}`)),
    keyboard: [],
  };
}

/** The longest beginning that still fits, as a question of nothing but "<" would not by its length alone. */
function beginningOf(question: string, around: (text: RichText) => RichText): string {
  let fits = 0;
  let tooLong = question.length;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    const text = around(plain(`${question.slice(0, middle)}…\n${QUESTION_CUT}`));
    if (sentLengthOf(text) <= MAX_TEXT_LENGTH) fits = middle;
    else tooLong = middle;
  }
  // Half of an emoji at the cut would not be valid text.
  return question.slice(0, fits).replace(/[\uD800-\uDBFF]$/u, "");
}

/** What the one who asked gets; undefined when it does not fit one message. */
export function personAnswerMessage(answer: string, isCorrection: boolean): OutMessage | undefined {
  const heading = isCorrection ? CORRECTED_ANSWER_HEADING : ANSWER_HEADING;
  const text = join([bold(heading), plain(answer), plain(ANSWER_HOW_TO_GO_ON)], "\n\n");
  return sentLengthOf(text) > MAX_TEXT_LENGTH ? undefined : { text, keyboard: [] };
}

const DELIVERY_NOTES: Readonly<Record<Delivery, string>> = {
  delivered: DELIVERED,
  "correction-delivered": CORRECTION_DELIVERED,
  "only-text-delivered": ONLY_TEXT_DELIVERED,
  "no-text": NOTHING_TO_DELIVER,
  "too-long": ANSWER_TOO_LONG,
  stopped: PARENT_STOPPED_BOT,
  refused: ANSWER_REFUSED,
  "no-question": NO_SUCH_QUESTION,
};

/** What the staff are told under their reply. */
export function deliveryMessage(delivery: Delivery): OutMessage {
  return { text: plain(DELIVERY_NOTES[delivery]), keyboard: [] };
}
