// The questions that parents may hand on to a person, and what came back: the port, whatever database is behind.

export interface NewQuestion {
  /** Made of the message that asked it, so that the same message makes the same question. */
  readonly id: string;
  readonly userId: number;
  /** Where the answer goes; a private chat may be known by its user only. */
  readonly chatId: number | undefined;
  /** The message that asked, to be quoted above the answer. */
  readonly messageId: string;
  readonly text: string;
  /** Unix ms. */
  readonly createdAt: number;
  /** The copy in the staff chat that this question follows up. */
  readonly followsMessageId?: string | undefined;
}

export interface SupportQuestion extends Omit<NewQuestion, "text"> {
  /** Undefined once it is in the staff chat: nothing needs it any more. */
  readonly text: string | undefined;
  readonly sentAt: number | undefined;
  /** Its copy in the staff chat. */
  readonly staffMessageId: string | undefined;
}

export interface NewAnswer {
  /** The message in the staff chat and what it said: the same is not passed on twice. */
  readonly key: string;
  readonly questionId: string;
  /** The message in the chat of the parent, as far as MAX told its id. */
  readonly messageId: string | undefined;
  readonly deliveredAt: number;
}

/** All methods reject with OutsideError when the database fails. */
export interface SupportQuestions {
  /** Keeps a question until it is sent or too old; one that is known stays as it is. */
  keep(question: NewQuestion): Promise<void>;
  find(id: string): Promise<SupportQuestion | undefined>;
  /** The question whose copy in the staff chat has this id. */
  findByStaffMessage(messageId: string): Promise<SupportQuestion | undefined>;
  /** The question that was answered by this message in the chat of the parent. */
  findByAnswer(messageId: string): Promise<SupportQuestion | undefined>;
  /** Notes that it stands in the staff chat, and deletes its text here. */
  markSent(id: string, staffMessageId: string | undefined, at: number): Promise<void>;
  /** How many were sent since then; of one person, or of all. */
  countSent(since: number, userId?: number): Promise<number>;
  addAnswer(answer: NewAnswer): Promise<void>;
  hasAnswer(key: string): Promise<boolean>;
  /** Deletes what belongs to one person; the number of questions. */
  forget(userId: number): Promise<number>;
  /** Deletes what was not sent and is older than the one, and what was sent before the other. */
  prune(before: { readonly unsent: number; readonly sent: number }): Promise<number>;
}
