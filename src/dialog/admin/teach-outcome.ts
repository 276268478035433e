// What came of teaching: learned, refused, or to be done by hand.
import type { Change, Refusal } from "../../faq/edit/edit.ts";
import type { Paste } from "../../faq/edit/splice.ts";
import { wordRefusalBriefly } from "../../faq/edit/word-refusal.ts";
import { bold, plain } from "../../markup/rich-text.ts";
import type { Button, OutMessage } from "../reply.ts";
import { paragraphs, repliesNow, shortened, titleOf, type TaughtContent } from "./taught-content.ts";
import { CANNOT_WRITE, COPY_LINES, learned, NOT_LIVE_YET, pastePlace, REFUSED, UNDO, undone } from "./teach-wording.ts";
import { teachButton } from "./teach-list.ts";

export interface Lesson {
  readonly phrase: string;
  readonly ownerId: string;
  /** Undefined where there is nothing to undo: the phrase was there. */
  readonly editId: string | undefined;
  readonly isLive: boolean;
}

export function learnedMessage(
  content: TaughtContent,
  { phrase, ownerId, editId, isLive }: Lesson,
  rows: readonly (readonly Button[])[],
): OutMessage {
  const title = titleOf(content, ownerId);
  return {
    text: paragraphs([
      bold(learned(shortened(phrase), title)),
      isLive ? repliesNow(content, phrase) : plain(NOT_LIVE_YET),
    ]),
    keyboard: [...(editId === undefined ? [] : [[teachButton(UNDO, { kind: "undo", editId })]]), ...rows],
  };
}

export function undoneMessage(change: Change, rows: OutMessage["keyboard"]): OutMessage {
  return { text: plain(undone(change)), keyboard: rows };
}

/** MAX takes 4,000; a list of failed cases may be longer. */
const MAX_REASON_LENGTH = 3000;

export function refusedMessage(refusal: Refusal, rows: OutMessage["keyboard"]): OutMessage {
  return saidMessage(shortenedLines(wordRefusalBriefly(refusal)), rows);
}

export function saidMessage(text: string, rows: OutMessage["keyboard"]): OutMessage {
  return { text: paragraphs([bold(REFUSED), plain(text)]), keyboard: rows };
}

function shortenedLines(text: string): string {
  return text.length <= MAX_REASON_LENGTH ? text : `${text.slice(0, MAX_REASON_LENGTH)}…`;
}

/** `rows` stand under the button that copies the lines. */
export function pasteMessage({ afterLine, replacedLines, lines }: Paste, rows: OutMessage["keyboard"]): OutMessage {
  const text = lines.join("\n");
  return {
    text: paragraphs([
      plain(CANNOT_WRITE),
      bold(pastePlace(afterLine, replacedLines, lines.length === 0)),
      plain(shortenedLines(text)),
    ]),
    keyboard: [...(text === "" ? [] : [[{ kind: "clipboard", text: COPY_LINES, payload: text } as const]]), ...rows],
  };
}
