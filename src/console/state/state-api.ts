// What the page of the state asks the server, and what it gets: types alone.

/** `GET state`. */
export interface State {
  /** Unix ms; of this process. */
  readonly startedAt: number;
  readonly checks: readonly Check[];
  readonly transport: "polling" | "webhook" | "preview";
  /** Unix ms. */
  readonly lastUpdateAt: number | undefined;
  readonly lastHeardAt: number | undefined;
  readonly queue: { readonly pending: number; readonly oldestPendingMs: number | undefined } | undefined;
  readonly deadLetters: readonly DeadLetterView[];
  readonly content: {
    readonly version: string;
    readonly file: string;
    readonly entries: number;
    readonly phrases: number;
    readonly faults: readonly string[];
  };
  readonly store: "sqlite" | "postgres";
  readonly botUsername: string | undefined;
}

export interface Check {
  readonly name: string;
  /** In Russian. */
  readonly title: string;
  readonly kind: "ok" | "trouble" | "standby";
  /** In Russian what it is about; what to do where it is trouble. */
  readonly detail: string;
}

/** An update that could not be handled; its content is not shown: it is somebody's message. */
export interface DeadLetterView {
  readonly id: number;
  /** Unix ms. */
  readonly at: number;
  readonly title: string;
  readonly error: string;
}

/** `POST state/dead-letters/retry` and `POST state/dead-letters/drop`. */
export interface DeadLetterRequest {
  readonly id: number;
}
