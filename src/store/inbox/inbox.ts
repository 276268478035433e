// The durable list of updates between "taken from MAX" and "handled": the port, whatever database is behind.

/** An update on its way in. */
export interface ReceivedUpdate {
  /** The same update delivered twice has the same key. */
  readonly key: string;
  /** Updates of one lane are handled one after another, in the order of their arrival. */
  readonly lane: string;
  /** The update as JSON. */
  readonly payload: string;
  /** What is read of a message, which is kept as a hash: see `isRead`. */
  readonly reading?: string | undefined;
  /** Somebody looks at a spinner: its lane is handled before those that only ask. */
  readonly isUrgent?: boolean;
  /** Unix time in milliseconds by the clock of MAX. */
  readonly sentAt?: number | undefined;
  /** Unix time in milliseconds. */
  readonly receivedAt: number;
}

/** How far a source of updates has been read. Each bot has its own, so that a new token starts afresh. */
export interface Marker {
  readonly source: string;
  readonly value: string;
}

export interface PendingUpdate {
  readonly id: number;
  readonly key: string;
  readonly lane: string;
  readonly payload: string;
  /** How often handling it has failed. */
  readonly attempts: number;
  /** Unix time in milliseconds. */
  readonly receivedAt: number;
}

export interface PendingQuery {
  /** Lanes in which something is being handled. */
  readonly exceptLanes: readonly string[];
  readonly limit: number;
}

export interface PendingPage {
  /** The first pending update of each lane, where it is due and nobody else has claimed it; urgent ones, then the longest waiting. */
  readonly updates: readonly PendingUpdate[];
  /** In how many milliseconds the next update that waits for another attempt is due; undefined when none waits, or when there was more than the limit. */
  readonly nextDueInMs: number | undefined;
}

export interface Claim {
  readonly id: number;
  /** Another process claimed it and gave no word of how it ended: it may have been answered. */
  readonly isRepeat: boolean;
}

/** An update that was given up. */
export interface DeadLetter {
  readonly id: number;
  readonly payload: string;
  readonly error: string;
  /** Unix time in milliseconds, like the next. */
  readonly receivedAt: number;
  readonly givenUpAt: number;
}

export interface InboxSize {
  readonly pending: number;
  readonly deadLetters: number;
  /** For how long the oldest pending update has been waiting; undefined when there is none. */
  readonly oldestPendingMs: number | undefined;
}

/** All methods reject with OutsideError when the database fails; nothing is half done then. */
export interface Inbox {
  /** Whether other processes handle its updates as well. */
  readonly isShared: boolean;
  /**
   * Takes updates and saves the marker, both or neither. Known keys are skipped; the number of new ones. Those of one
   * lane that come at the same time are put in the order in which they were sent.
   */
  receive(updates: readonly ReceivedUpdate[], marker?: Marker): Promise<number>;
  /** The marker saved last for `source`. */
  marker(source: string): Promise<string | undefined>;
  /** What can be handled now. */
  pending(query: PendingQuery): Promise<PendingPage>;
  /**
   * Of these pending updates the ones that this process may handle: no other is given them until they are settled or
   * released, or this process has not renewed its claims for CLAIM_MS.
   */
  claim(ids: readonly number[]): Promise<readonly Claim[]>;
  /** Says that this process is alive and goes on with what it has claimed. */
  renew(): Promise<void>;
  /** Lets go of all claims; those on `unsettled` stay marked as begun. */
  release(unsettled: readonly number[]): Promise<void>;
  /**
   * It was handled: its payload is forgotten, its key stays for some time. Like the next two, nothing is done where
   * another process has claimed it since.
   */
  done(id: number): Promise<void>;
  /** Handling failed; its lane waits for `waitMs`. */
  failed(id: number, error: string, waitMs: number): Promise<void>;
  /** It will not be handled any more; payload and error stay until they are pruned, for whoever looks. */
  giveUp(id: number, error: string): Promise<void>;
  /** What was given up, the latest first. */
  deadLetters(page: { readonly limit: number; readonly offset: number }): Promise<readonly DeadLetter[]>;
  /** Makes an update that was given up pending again; false when it is none any more. */
  retryDeadLetter(id: number): Promise<boolean>;
  /** Forgets an update that was given up as if it were done; false when it is none any more. */
  dropDeadLetter(id: number): Promise<boolean>;
  /** How far handling the update of this key has come, as it was kept last; nothing once it is done. */
  progress(key: string): Promise<string | undefined>;
  /** For when it is handled again, by whatever process. */
  keepProgress(key: string, progress: string): Promise<void>;
  /** Whether this is what was read of the message of this key when it was answered last. False where nobody knows any more. */
  isRead(key: string, reading: string): Promise<boolean>;
  /** For an edit that was answered. */
  keepRead(key: string, reading: string): Promise<void>;
  size(): Promise<InboxSize>;
  /** Deletes what was done before `before` (Unix ms); the number of rows. */
  prune(before: number): Promise<number>;
  /** Deletes what came before `before` (Unix ms) and was not answered, given up or not; the number of rows. */
  pruneUnanswered(before: number): Promise<number>;
  /** Deletes what was given up and names the person, whoever wrote it; the number of rows. */
  forget(userId: number): Promise<number>;
  /** Deletes all but about the newest `count` of what was given up; the number of rows. */
  keepNewestDeadLetters(count: number): Promise<number>;
}

/** After so long without a renewal the claims of a process are anybody's. */
export const CLAIM_MS = 15_000;
