// The durable list of updates between "taken from MAX" and "handled": the port, whatever database is behind.

/** An update on its way in. */
export interface ReceivedUpdate {
  /** The same update delivered twice has the same key. */
  readonly key: string;
  /** Updates of one lane are handled one after another, in the order of their arrival. */
  readonly lane: string;
  /** The update as JSON. */
  readonly payload: string;
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
  /** Unix time in milliseconds. */
  readonly now: number;
}

export interface PendingPage {
  /** The first pending update of each lane, where it is due; longest waiting first. */
  readonly updates: readonly PendingUpdate[];
  /** When the next update that waits for another attempt is due; undefined when none waits. */
  readonly nextDueAt: number | undefined;
}

/** All methods reject with OutsideError when the database fails; nothing is half done then. */
export interface Inbox {
  /** Takes updates and saves the marker, both or neither. Known keys are skipped; the number of new ones. */
  receive(updates: readonly ReceivedUpdate[], marker?: Marker): Promise<number>;
  /** The marker saved last for `source`. */
  marker(source: string): Promise<string | undefined>;
  /** What can be handled now. */
  pending(query: PendingQuery): Promise<PendingPage>;
  /** It was handled: its payload is forgotten, its key stays for some time. */
  done(id: number): Promise<void>;
  /** Handling failed; its lane waits until `retryAt` (Unix ms). */
  failed(id: number, error: string, retryAt: number): Promise<void>;
  /** It will not be handled any more; payload and error stay until they are pruned, for whoever looks. */
  putAside(id: number, error: string): Promise<void>;
  /** Deletes what was done or put aside before `before` (Unix ms); the number of rows. */
  prune(before: number): Promise<number>;
}
