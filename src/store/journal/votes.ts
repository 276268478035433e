// Whether answers helped: the port, whatever database is behind.

export interface Vote {
  /** A hash of the person and the entry: it says who votes again, and not who he is or what else he voted on. */
  readonly voter: string;
  readonly entryId: string;
  readonly value: "up" | "down";
  /** Why not, where the voter told. */
  readonly reason: "not-my-question" | "unclear" | "outdated" | undefined;
  /** The question that was answered so; undefined where the entry was opened from the menu. */
  readonly questionId: string | undefined;
  /** Unix time in milliseconds. */
  readonly at: number;
}

/** What finds one vote. */
export type VoteKey = Pick<Vote, "voter" | "entryId">;

/** All methods reject with OutsideError when the database fails. */
export interface Votes {
  /** Replaces the voter's earlier vote on that entry. */
  cast(vote: Vote): Promise<void>;
  /** The votes from `from` on and before `to` (Unix ms), in the order of time. */
  between(from: number, to: number): Promise<readonly Vote[]>;
  /** The entries that somebody voted on, also such as are gone from the content. */
  entryIds(): Promise<readonly string[]>;
  /** Deletes what was cast before `before` (Unix ms); the number of votes. */
  prune(before: number): Promise<number>;
  /** The number of votes that were there to delete. */
  forget(keys: readonly VoteKey[]): Promise<number>;
}
