// The buttons under an answer: votes and a way to share it, other entries, the way back. Five rows at most, for a phone.
import type { Entry } from "../../faq/faq.ts";
import { VOTE_VALUES, type VoteValue } from "../../journal/records.ts";
import { callbackButton, messageButton } from "../buttons.ts";
import type { LastReply } from "../last-reply.ts";
import type { VoteSubject } from "../payload.ts";
import type { Button } from "../reply.ts";
import * as said from "../wording.ts";
import { entriesOf, type Content } from "./content.ts";

const MAX_ROWS = 5;
export const MAX_RELATED = 3;

/** How many other entries fit under so many answers, beside a row for each and the way back. */
export function roomUnder(answers: number): number {
  return Math.min(MAX_RELATED, Math.max(0, MAX_ROWS - 1 - answers));
}

export function relatedIds(content: Content, id: string): readonly string[] {
  const sideTopic = content.sideTopicById.get(id);
  if (sideTopic !== undefined) return sideTopic.related ?? [];
  return content.entryById.get(id)?.related ?? content.relatedTo(id);
}

/**
 * A tap says the title, and the answer comes beneath: one call, and what was asked before stays. A title that leads
 * elsewhere, or does not show as a whole, is a button that names its entry.
 */
export function otherRow({ opensByTitle }: Content, entry: Entry, questionId: string | undefined): readonly Button[] {
  if (opensByTitle(entry)) return [messageButton(entry.button)];
  const payload = { kind: "entry", entryId: entry.id, questionId, isAnew: true } as const;
  return [callbackButton(entry.button, payload)];
}

export interface Titled {
  readonly entryId: string;
  /** The question for which it was offered; undefined where that is not recorded, or it is only related to the answer. */
  readonly questionId: string | undefined;
}

/** The entry whose button under the last reply says this, or undefined. */
export function titledEntry(text: string, content: Content, last: LastReply): Titled | undefined {
  const { offeredIds, itemIds, questionId } = last;
  const isSaid = (entry: Entry) => entry.button === text && content.opensByTitle(entry);
  const offered = entriesOf(content, offeredIds).find(isSaid);
  if (offered !== undefined) return { entryId: offered.id, questionId };
  const related = itemIds.flatMap((id) => relatedIds(content, id));
  const entry = entriesOf(content, related).find(isSaid);
  return entry && { entryId: entry.id, questionId: undefined };
}

/** Both votes; the one that was given is marked. Of several answers `place` says which is meant. */
export function voteButtons(subject: VoteSubject, chosen: VoteValue | undefined, place?: number): readonly Button[] {
  const titles = { up: said.VOTE_UP, down: said.VOTE_DOWN };
  return VOTE_VALUES.map((value) => {
    const title = place === undefined ? titles[value] : `${place} ${titles[value]}`;
    return voteButton(title, value, subject, chosen === value);
  });
}

/** Half a row: a topic is no answer that helps, but it may be the wrong one. */
export function wrongTopicButton(subject: VoteSubject, chosen: VoteValue | undefined): Button {
  return voteButton(said.NOT_THAT, "down", subject, chosen === "down");
}

function voteButton(title: string, value: VoteValue, subject: VoteSubject, isChosen: boolean) {
  const shown = isChosen ? `${title} ${said.CHOSEN}` : title;
  return callbackButton(shown, { kind: "vote", value, subject });
}

/** Nothing where the bot's name is not known: what is shared would lead nowhere. */
export function shareButtons(entryId: string, username: string | undefined): readonly Button[] {
  if (username === undefined) return [];
  return [callbackButton(said.SHARE, { kind: "share", entryId })];
}

export function backRow({ categoryId }: Entry): readonly Button[] {
  const section = { kind: "category", categoryId, page: 0, isAnew: true } as const;
  return [callbackButton(said.BACK_TO_CATEGORY, section), messageButton(said.ALL_QUESTIONS)];
}
