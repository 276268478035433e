// What was asked and what came of it: the port, whatever database is behind.

export interface AskedQuestion {
  /** Made from the update, so that handling it again records nothing twice. */
  readonly id: string;
  /** Unix time in milliseconds. */
  readonly at: number;
  /** Masked: without phone numbers, addresses and the like. */
  readonly text: string;
  readonly outcome: "answer" | "suggest" | "none" | "topic" | "smalltalk";
  /** The first answer: an entry or a side topic. */
  readonly itemId: string | undefined;
  /** Of the first answer or, without one, of the first suggestion: 0…1. */
  readonly confidence: number | undefined;
  readonly place: "private" | "group";
  /** A hash with the salt of the day, for counting people within a day and for nothing else. */
  readonly person: string;
  /** The suggestion that was tapped. */
  readonly chosenEntryId: string | undefined;
  /** What an administrator did about it: "hidden:<question id>", "reviewed:<question id>", "taught:<entry id>" or "taught:<entry id>:<edit id>". */
  readonly handled: string | undefined;
}

/** All methods reject with OutsideError when the database fails. */
export interface Journal {
  /** A question whose id is known is left as it is. */
  record(question: AskedQuestion): Promise<void>;
  /** The asker tapped this entry; the last tap counts. A question that is gone is no error. */
  choose(id: string, entryId: string): Promise<void>;
  /** Undefined takes the mark away. */
  markHandled(ids: readonly string[], handled: string | undefined): Promise<void>;
  find(id: string): Promise<AskedQuestion | undefined>;
  /** What was asked from `from` on and before `to` (Unix ms), in the order of time. */
  between(from: number, to: number): Promise<readonly AskedQuestion[]>;
  /** Deletes what was asked before `before` (Unix ms); the number of questions. */
  prune(before: number): Promise<number>;
  /** Deletes what this hash asked; the number of questions. */
  forgetPerson(person: string): Promise<number>;
}
