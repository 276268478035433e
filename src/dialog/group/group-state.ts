// What the bot remembers of a group: its mood there, what it answered lately, who asked lately. No text, no names.
import type { MessageEvent } from "../event.ts";
import { LAST_REPLY_KEPT_MS, type LastReply } from "../last-reply.ts";

export interface GroupState {
  /** Answers go to administrators of the chat only. */
  readonly isQuiet: boolean;
  /** Answers of the last half hour, oldest first: a reply to one is about it. */
  readonly answers: readonly GivenAnswer[];
  /** Turns of the last minute, for the flood limit. */
  readonly turns: readonly Turn[];
}

export interface GivenAnswer {
  readonly entryId: string;
  readonly messageId: string;
  /** Unix ms. */
  readonly at: number;
}

export interface Turn {
  readonly userId: number;
  /** Unix ms. */
  readonly at: number;
}

export const NEW_GROUP: GroupState = { isQuiet: false, answers: [], turns: [] };

/** So long an answer counts as standing just above. */
const JUST_ABOVE_MS = 10 * 60_000;
/** Nobody scrolls further up to reply to an answer. */
const MAX_ANSWERS = 100;
const TURN_KEPT_MS = 60_000;
/** Nobody asks so many questions a minute in earnest. */
const TURNS_PER_PERSON = 15;
/** MAX lets the bot write twice a second in a chat; a class does not need more than this. */
const TURNS_PER_CHAT = 90;

/** The state with what is too old left out. */
export function withoutOld(state: GroupState, now: number): GroupState {
  return {
    isQuiet: state.isQuiet,
    answers: state.answers.filter(({ at }) => now - at < LAST_REPLY_KEPT_MS),
    turns: state.turns.filter(({ at }) => now - at < TURN_KEPT_MS),
  };
}

/** Whether one more turn of this person would be a flood. */
export function isFlood({ turns }: GroupState, userId: number): boolean {
  const own = turns.filter((turn) => turn.userId === userId).length;
  return own >= TURNS_PER_PERSON || turns.length >= TURNS_PER_CHAT;
}

export function withTurn(state: GroupState, turn: Turn): GroupState {
  return { ...state, turns: [...state.turns, turn] };
}

export function withAnswer(state: GroupState, answer: GivenAnswer): GroupState {
  return { ...state, answers: [...state.answers, answer].slice(-MAX_ANSWERS) };
}

/** The answer with this entry that stands just above, so that the same question is pointed to it. */
export function answerAbove({ answers }: GroupState, entry: string, now: number): GivenAnswer | undefined {
  return answers.findLast(({ entryId, at }) => entryId === entry && now - at < JUST_ABOVE_MS);
}

/** What a message is about that replies to an answer of the bot. */
export function lastOf(
  { repliedMessageId }: Pick<MessageEvent, "repliedMessageId">,
  { answers }: GroupState,
): LastReply | undefined {
  const given = answers.find(({ messageId }) => messageId === repliedMessageId);
  if (given === undefined) return undefined;
  return { kind: "answer", itemIds: [given.entryId], offeredIds: [], questionId: undefined };
}
