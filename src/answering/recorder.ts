// Records what the talk found worth recording, without names and numbers, and forgets it when asked to.
import { randomBytes } from "node:crypto";
import type { Log } from "../runtime/log.ts";
import type { Place } from "../dialog/event.ts";
import type { Note } from "../dialog/note.ts";
import type { Forgotten } from "../dialog/parent/privacy.ts";
import { moscowDay } from "../journal/moscow-time.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import type { Journal, Votes } from "../store/journal/journal.ts";
import type { ChatStates } from "../store/chat-states.ts";
import type { Inbox } from "../store/inbox/inbox.ts";
import type { SupportQuestions } from "../store/support-questions.ts";
import { keptText, recordAsked, markHandedOver, setBack, type SetbackParts } from "./setbacks.ts";

export interface RecorderParts extends Pick<SetbackParts, "isRephrasing"> {
  readonly journal: Journal;
  readonly votes: Votes;
  readonly supportQuestions: Pick<SupportQuestions, "forget">;
  readonly inbox: Pick<Inbox, "forget">;
  readonly chatStates: Pick<ChatStates, "remove">;
  readonly lastReplies: Pick<ChatStates, "remove">;
  readonly pseudonyms: Pseudonyms;
  readonly log: Log;
  readonly now: () => number;
}

interface KeepingParts extends RecorderParts {
  readonly isKept: (person: string) => boolean;
}

/** Where and for which update a note was taken. */
export interface NotePlace {
  readonly questionId: string;
  readonly place: Place;
}

export interface Recorder {
  /** What the question of an update is called in the journal and on buttons. Never rejects. */
  questionIdOf(updateKey: string): Promise<string>;
  /** Never rejects: what cannot be recorded is not worth an answer that is lost. */
  record(note: Note | undefined, where: NotePlace): Promise<void>;
  /** Somebody hands what they asked so on to a person. Never rejects. */
  handedOver(userId: number, text: string): Promise<void>;
  /**
   * Deletes what can be tied to the person: today's questions, all votes, questions for the staff, what could not be
   * answered, what was said last, and the entry an administrator was writing. Rejects with OutsideError.
   */
  forget(userId: number): Promise<Forgotten>;
}

/** Nobody asks more in earnest; what is asked beyond is answered all the same. */
const KEPT_PER_PERSON_A_DAY = 1_000;

/** Whether one more question of this person is to be kept. By hashes, which are others every day; in memory. */
function createDayCounts(now: () => number): (person: string) => boolean {
  let day = "";
  const counts = new Map<string, number>();
  return (person) => {
    if (day !== moscowDay(now())) counts.clear();
    day = moscowDay(now());
    const count = (counts.get(person) ?? 0) + 1;
    counts.set(person, count);
    return count <= KEPT_PER_PERSON_A_DAY;
  };
}

export function createRecorder(collaborators: RecorderParts): Recorder {
  const parts = { ...collaborators, isKept: createDayCounts(collaborators.now) };
  const trying = async (note: string, run: () => Promise<void>) => {
    try {
      await run();
    } catch (error) {
      parts.log.warn({ err: error, note }, "A note was lost");
    }
  };
  return {
    questionIdOf: (updateKey) => questionIdOf(updateKey, parts),
    record: async (note, where) => {
      if (note !== undefined) await trying(note.kind, () => keep(note, where, parts));
    },
    handedOver: (userId, text) =>
      trying("handed-over", async () => markHandedOver(await parts.pseudonyms.person(userId), text, parts)),
    forget: (userId) => forget(userId, parts),
  };
}

/** In base64url as long as the other ids of questions. */
const RANDOM_ID_BYTES = 12;

async function questionIdOf(updateKey: string, { pseudonyms, log }: RecorderParts): Promise<string> {
  try {
    return await pseudonyms.question(updateKey);
  } catch (error) {
    // The answer must not wait for the database; should the update be handled again, it gets another name.
    log.warn({ err: error }, "A question is named by chance");
    return randomBytes(RANDOM_ID_BYTES).toString("base64url");
  }
}

async function forget(
  userId: number,
  { journal, votes, supportQuestions, inbox, chatStates, lastReplies, pseudonyms }: RecorderParts,
): Promise<Forgotten> {
  await lastReplies.remove(userId);
  const entryIds = await votes.entryIds();
  const keys = await Promise.all(
    entryIds.map(async (entryId) => ({ entryId, voter: await pseudonyms.voter(userId, entryId) })),
  );
  return {
    questions: await journal.forgetPerson(await pseudonyms.person(userId)),
    votes: await votes.forget(keys),
    passedOn: await supportQuestions.forget(userId),
    unanswered: await inbox.forget(userId),
    drafts: await chatStates.remove(userId),
  };
}

async function keep(note: Note, where: NotePlace, parts: KeepingParts): Promise<void> {
  const { journal, votes, pseudonyms, now, isKept } = parts;
  const { questionId, place } = where;
  switch (note.kind) {
    case "asked": {
      const { text, outcome, itemId, confidence } = note;
      const person = await pseudonyms.person(place.userId);
      if (!isKept(person)) return;
      const said = { id: questionId, at: now(), text: keptText(text), person, place: place.kind };
      const nothingYet = { chosenEntryId: undefined, handled: undefined, setback: undefined };
      return recordAsked({ ...said, outcome, itemId, confidence, ...nothingYet }, parts);
    }
    case "chosen":
      return journal.choose(note.questionId, note.entryId);
    case "setback":
      return setBack(note.questionId, note.setback, parts);
    case "voted": {
      const { entryId, value, reason } = note;
      const voter = await pseudonyms.voter(place.userId, entryId);
      if (note.questionId !== undefined && value === "down") await setBack(note.questionId, "disliked", parts);
      else if (note.questionId !== undefined) await journal.takeBack(note.questionId, "disliked");
      // Through it the question can be tied to the voter, so it is kept only where administrators look into it.
      const questionId = value === "down" ? note.questionId : undefined;
      return votes.cast({ voter, entryId, value, reason, questionId, at: now() });
    }
  }
}
