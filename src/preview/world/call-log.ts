// What the bot asked of the API, so that tests can count it.

export interface Call {
  readonly method: string;
  /** Without the prefix and the query: `/messages`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Undefined while the answer is under way, and for calls that never got one. */
  readonly status: number | undefined;
}

/** A preview runs for days; nobody looks further back than this. */
const MAX_CALLS = 2_000;

export class CallLog {
  readonly #calls: Call[] = [];

  get calls(): readonly Call[] {
    return this.#calls;
  }

  /** Notes a call; returns what notes its outcome. */
  begin(call: Omit<Call, "status">): (status: number) => void {
    const noted = { ...call, status: undefined as number | undefined };
    this.#calls.push(noted);
    if (this.#calls.length > MAX_CALLS) this.#calls.shift();
    return (status) => {
      noted.status = status;
    };
  }
}
