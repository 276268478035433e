// The buttons with which people say whether an answer helped, and what was wrong with it.
import { callbackButton, menuRow } from "./menu.ts";
import { VOTE_REASONS, type VoteValue } from "../../journal/records.ts";
import type { VoteSubject } from "../payload.ts";
import type { Button } from "../reply.ts";
import { BACK_TO_ANSWER, CHOSEN, REASONS, VOTE_DOWN, VOTE_UP } from "../wording.ts";

/** Both votes in one row; the one that was given is marked. */
export function voteRow(subject: VoteSubject, chosen: VoteValue | undefined): readonly Button[] {
  return [
    callbackButton(marked(VOTE_UP, chosen === "up"), { kind: "vote", value: "up", subject }),
    callbackButton(marked(VOTE_DOWN, chosen === "down"), { kind: "vote", value: "down", subject }),
  ];
}

function marked(title: string, isChosen: boolean): string {
  return isChosen ? `${title} ${CHOSEN}` : title;
}

/** What may be wrong, and the way back to where one was. */
export function reasonRows(subject: VoteSubject): readonly (readonly Button[])[] {
  const { entryId } = subject;
  return [
    ...VOTE_REASONS.map((reason) => [
      callbackButton(REASONS[reason], { kind: "reason", reason, subject }),
    ]),
    voteRow(subject, "down"),
    [callbackButton(BACK_TO_ANSWER, { kind: "entry", entryId }), ...menuRow()],
  ];
}
