// The two kinds of failure that are not bugs; anything else that is thrown is one.

/** Something the operator can mend. Printed without a stack, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** What to do about it, one sentence; printed on a line of its own. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** MAX, the disk or the network failed. `isRetryable` says whether the same call may succeed later. */
export class OutsideError extends Error {
  override readonly name: string = "OutsideError";
  readonly isRetryable: boolean;

  constructor(message: string, options: { readonly isRetryable: boolean; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.isRetryable = options.isRetryable;
  }
}
