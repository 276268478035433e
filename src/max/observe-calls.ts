// Every call to MAX and how it ended, for whoever counts.
import { MaxFailure } from "./failure.ts";

type Fetch = typeof globalThis.fetch;

export interface ApiCall {
  readonly method: string;
  /** As it was called, with ids in it. */
  readonly path: string;
  /** The HTTP status of a refusal, "200", the reason where there was no usable answer, or "aborted" by the caller. */
  readonly status: string;
  readonly ms: number;
}

/** `fetch` is the one that rejects with MaxFailure; `now` in milliseconds. `onCall` must not throw. */
export function observeCalls(
  fetch: Fetch,
  onCall: (call: ApiCall) => void,
  now: () => number,
): Fetch {
  return async (input, init) => {
    const startedAt = now();
    const method = init?.method ?? "GET";
    const path = new URL(input instanceof Request ? input.url : input).pathname;
    const end = (status: string) => onCall({ method, path, status, ms: now() - startedAt });
    try {
      const answer = await fetch(input, init);
      end("200");
      return answer;
    } catch (error) {
      end(error instanceof MaxFailure ? statusOf(error) : "aborted");
      throw error;
    }
  };
}

function statusOf({ status, reason }: MaxFailure): string {
  return status === undefined || status === 200 ? reason : `${status}`;
}
