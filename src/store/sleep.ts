// A pause, as the store is given it.

/** Resolves after `ms`, or at once when `signal` is aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;
