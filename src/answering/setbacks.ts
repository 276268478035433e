// What tells that a reply did not do, noted with its question: the same asked again, a vote, a hand-over.
import { SETBACK_MS, type AskedQuestion, type Setback } from "../journal/records.ts";
import { isRemark } from "../journal/remark.ts";
import { createRephrasing, type IsRephrasing } from "../journal/rephrasing.ts";
import type { LiveContent } from "../live/content.ts";
import { inTurns } from "../live/in-turns.ts";
import type { Journal } from "../store/journal/journal.ts";
import { cutQuestion } from "../text/cut-question.ts";
import { mask } from "../text/mask.ts";

export interface SetbackParts {
  readonly journal: Pick<Journal, "askedBy" | "record" | "setBack">;
  readonly isRephrasing: () => Promise<IsRephrasing>;
  readonly now: () => number;
}

const CLOSING = { outcome: "smalltalk", itemId: undefined, confidence: undefined } as const;

/** For the content that is live: made in turns when it is first needed, anew with every other content. */
export function rephrasingIn(content: () => Pick<LiveContent, "faq">): SetbackParts["isRephrasing"] {
  let made: { readonly faq: LiveContent["faq"]; readonly judge: Promise<IsRephrasing> } | undefined;
  return () => {
    const { faq } = content();
    if (made?.faq !== faq) made = { faq, judge: inTurns(createRephrasing(faq)) };
    return made.judge;
  };
}

/**
 * Records a question, and marks what the same person asked in the minutes before where it asks that again. What only
 * closes the talk is no question, whatever the bot made of it.
 */
export async function recordAsked(asked: AskedQuestion, parts: SetbackParts): Promise<void> {
  const lately = await parts.journal.askedBy(asked.person, asked.at - SETBACK_MS);
  const before = lately.filter(({ id, at }) => id !== asked.id && at <= asked.at);
  const isTalk = asked.outcome === "smalltalk";
  const isClosing = !isTalk && before.length > 0 && isRemark(asked.text);
  if (isClosing) return parts.journal.record({ ...asked, ...CLOSING });
  await parts.journal.record(asked);
  if (before.length === 0) return;
  const isRephrasing = await parts.isRephrasing();
  for (const earlier of before) if (isRephrasing(asked, earlier)) await setBack(earlier.id, "asked-again", parts);
}

/**
 * Marks what a person of the staff was asked, by its text: the table of what is handed on names no question, so that
 * nobody can be found through it. What was forwarded with a word of their own is not kept whole: then it is the last.
 */
export async function markHandedOver(person: string, text: string, parts: SetbackParts): Promise<void> {
  const lately = await parts.journal.askedBy(person, parts.now() - SETBACK_MS);
  const kept = keptText(text);
  const asked = lately.find((one) => one.text === kept) ?? lately[0];
  if (asked !== undefined) await setBack(asked.id, "handed-over", parts);
}

export function setBack(id: string, setback: Setback, parts: SetbackParts): Promise<void> {
  return parts.journal.setBack(id, setback, parts.now() - SETBACK_MS);
}

/** As much of a text as is kept, without what leads to a person. */
export function keptText(text: string): string {
  return cutQuestion(mask(text));
}
