// The tables of the database, as kysely sees them after all migrations.
import type { Generated, Kysely } from "kysely";
import type { AskedQuestion, Vote } from "../../journal/records.ts";

interface InboxTable {
  readonly id: Generated<number>;
  readonly key: string;
  readonly lane: string;
  /** Null as soon as the update is done: it holds what people wrote. */
  readonly payload: string | null;
  readonly state: Generated<"pending" | "done" | "aside">;
  readonly attempts: Generated<number>;
  readonly error: string | null;
  /** All times are Unix milliseconds. */
  readonly received_at: number;
  readonly retry_at: Generated<number>;
  readonly finished_at: number | null;
  /** Lower goes first. */
  readonly priority: Generated<number>;
  /** The process that began to handle it, another name for every opening of the database. */
  readonly claimed_by: string | null;
  readonly claimed_until: Generated<number>;
  /** What is done of several messages that answer it. */
  readonly progress: string | null;
  /** A hash of what was read of the message, with the salt of its day. */
  readonly reading: string | null;
}

interface MarkerTable {
  readonly source: string;
  readonly value: string;
}

interface ChatStateTable {
  /** Negative for groups; the number of the person for an administrator's draft. */
  readonly chat_id: number;
  /** JSON. */
  readonly state: string;
  readonly updated_at: number;
}

/** One row at most, written to see whether the database can be. */
interface ProbeTable {
  readonly id: 1;
  readonly at: number;
}

/** One row at most: the process that works with the database. */
interface LeaseTable {
  readonly id: 1;
  /** Another one for every opening of the database. */
  readonly owner: string;
  readonly pid: number;
  readonly host: string;
  readonly since: number;
  /** When the owner last said that it is alive. */
  readonly beat_at: number;
}

export interface QuestionTable {
  readonly id: string;
  readonly at: number;
  readonly text: string;
  readonly outcome: AskedQuestion["outcome"];
  readonly item_id: string | null;
  readonly confidence: number | null;
  readonly place: AskedQuestion["place"];
  readonly person: string;
  readonly chosen_entry_id: string | null;
  readonly handled: string | null;
  readonly setback: AskedQuestion["setback"] | null;
}

export interface VoteTable {
  readonly voter: string;
  readonly entry_id: string;
  readonly value: Vote["value"];
  readonly reason: NonNullable<Vote["reason"]> | null;
  readonly question_id: string | null;
  readonly at: number;
}

interface SecretTable {
  readonly name: string;
  readonly value: string;
}

interface SaltTable {
  /** "2025-09-01" */
  readonly day: string;
  readonly value: string;
}

/** Who asked what a person is to answer, and which message in the staff chat it became. */
export interface SupportQuestionTable {
  readonly id: string;
  readonly user_id: number;
  readonly chat_id: number | null;
  readonly message_id: string;
  readonly follows_message_id: string | null;
  /** Null as soon as it is sent. */
  readonly text: string | null;
  readonly created_at: number;
  readonly sent_at: number | null;
  readonly staff_message_id: string | null;
}

interface SupportAnswerTable {
  readonly key: string;
  readonly question_id: string;
  /** In the chat of the one who asked. */
  readonly message_id: string | null;
  readonly delivered_at: number;
}

export interface Schema {
  readonly probe: ProbeTable;
  readonly inbox: InboxTable;
  readonly marker: MarkerTable;
  readonly chat_state: ChatStateTable;
  readonly last_reply: ChatStateTable;
  readonly lease: LeaseTable;
  readonly question: QuestionTable;
  readonly vote: VoteTable;
  readonly secret: SecretTable;
  readonly salt: SaltTable;
  readonly support_question: SupportQuestionTable;
  readonly support_answer: SupportAnswerTable;
}

export type Tables = Kysely<Schema>;
