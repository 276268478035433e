// Records what the talk found worth recording, without names and numbers, and forgets it when asked to.
import { randomBytes } from "node:crypto";
import type { Log } from "../runtime/log.ts";
import type { Place } from "../dialog/event.ts";
import type { Note } from "../dialog/note.ts";
import type { Forgotten } from "../dialog/parent/privacy.ts";
import { moscowDay } from "../journal/moscow-time.ts";
import { SETBACK_MS } from "../journal/records.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import type { Journal, Votes } from "../store/journal/journal.ts";
import type { ChatStates } from "../store/chat-states.ts";
import type { Inbox } from "../store/inbox/inbox.ts";
import type { SupportQuestions } from "../store/support-questions.ts";
import { cutQuestion } from "../text/cut-question.ts";
import { mask } from "../text/mask.ts";

export interface RecorderParts {
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
  return {
    questionIdOf: (updateKey) => questionIdOf(updateKey, parts),
    record: async (note, where) => {
      if (note === undefined) return;
      try {
        await keep(note, where, parts);
      } catch (error) {
        parts.log.warn({ err: error, note: note.kind }, "A note was lost");
      }
    },
    forget: (userId) => forget(userId, parts),
  };
}

/** In base64url as long as the other ids of questions. */
const RANDOM_ID_BYTES = 12;

async function questionIdOf(
  updateKey: string,
  { pseudonyms, log }: RecorderParts,
): Promise<string> {
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
      const asked = {
        id: questionId,
        at: now(),
        text: cutQuestion(mask(text)),
        person,
        place: place.kind,
      };
      const nothingYet = { chosenEntryId: undefined, handled: undefined, setback: undefined };
      return journal.record({ ...asked, outcome, itemId, confidence, ...nothingYet });
    }
    case "chosen":
      return journal.choose(note.questionId, note.entryId);
    case "setback":
      return journal.setBack(note.questionId, note.setback, now() - SETBACK_MS);
    case "voted": {
      const { entryId, value, reason } = note;
      const voter = await pseudonyms.voter(place.userId, entryId);
      // Through it the question can be tied to the voter, so it is kept only where administrators look into it.
      const questionId = value === "down" ? note.questionId : undefined;
      return votes.cast({ voter, entryId, value, reason, questionId, at: now() });
    }
  }
}
