// The fetch under the SDK: deadlines, whole bodies, and failures that say what happened but never the token.
import { failureOf } from "./answer.ts";
import { MaxFailure } from "./failure.ts";

type Fetch = typeof globalThis.fetch;

interface FetchOptions {
  readonly fetch: Fetch;
  readonly token: string;
  /** How long MAX may take to answer; a long poll gets its own time on top. */
  readonly answerTimeoutMs: number;
  readonly now: () => number;
}

/**
 * A send without an answer may have been carried out, or may be carried out in a moment, and MAX has no
 * idempotency key: sending again may say the same twice, not sending may say nothing. It is sent again, but not
 * while MAX is likely to be just slow.
 */
const AFTER_UNANSWERED_SEND_MS = 30_000;

/**
 * A fetch that resolves only to a complete JSON object with status 200 and rejects with MaxFailure otherwise.
 * The SDK itself knows no time-outs, drops Retry-After and takes a body that was cut for an answer.
 * An abort by the caller's signal rejects with the reason of that signal.
 */
export function createMaxFetch({ fetch, token, answerTimeoutMs, now }: FetchOptions): Fetch {
  const hideToken = (text: string) => text.replaceAll(token, "[token]");
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const call = `${init?.method ?? "GET"} /${url.pathname.split("/").at(-1) ?? ""}`;
    const timeoutMs = answerTimeoutMs + holdMsOf(url);
    const deadline = createDeadline(timeoutMs, init?.signal ?? undefined);
    try {
      const response = await fetch(url, { ...init, signal: deadline.signal });
      const text = await response.text();
      const retryAfter = response.headers.get("retry-after");
      const failure = failureOf({ call, status: response.status, text, retryAfter }, hideToken, now());
      if (failure !== undefined) throw failure;
      return new Response(quoteLongMarker(text), {
        headers: { "content-type": "application/json" },
      });
    } catch (error) {
      init?.signal?.throwIfAborted();
      if (error instanceof MaxFailure) throw error;
      if (deadline.isOver()) {
        const retryAfterMs = init?.method === "POST" ? AFTER_UNANSWERED_SEND_MS : undefined;
        throw new MaxFailure(`${call}: no answer within ${timeoutMs} ms`, {
          reason: "timeout",
          retryAfterMs,
        });
      }
      throw networkFailure(call, error, hideToken);
    } finally {
      deadline.clear();
    }
  };
}

/** How long MAX holds a long poll open, by its `timeout` parameter in seconds. */
function holdMsOf(url: URL): number {
  return Number(url.searchParams.get("timeout") ?? 0) * 1000;
}

// Not AbortSignal.any: on Node 20 it leaves a listener on the outer signal for every call, and the signal of
// the poll lives as long as the process.
function createDeadline(timeoutMs: number, outer: AbortSignal | undefined) {
  const controller = new AbortController();
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    controller.abort();
  }, timeoutMs);
  const onAbort = () => controller.abort();
  outer?.addEventListener("abort", onAbort, { once: true });
  if (outer?.aborted === true) controller.abort();
  return {
    signal: controller.signal,
    isOver: () => isOver,
    clear: () => {
      clearTimeout(timer);
      outer?.removeEventListener("abort", onAbort);
    },
  };
}

const UNTRUSTED_CERTIFICATE = /UNABLE_TO_GET_ISSUER_CERT|SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF|CERT_UNTRUSTED/u;

function networkFailure(call: string, error: unknown, hideToken: (text: string) => string): MaxFailure {
  const story = hideToken(wordCauses(error));
  // MAX has a certificate of the Russian national authority, which Node does not know.
  const advice = UNTRUSTED_CERTIFICATE.test(story)
    ? "; start with NODE_EXTRA_CA_CERTS=/path/to/the/Russian-Trusted-CA.pem in the environment"
    : "";
  // The original error is left behind on purpose: undici quotes header values in some of its errors.
  return new MaxFailure(`${call}: no connection to MAX: ${story}${advice}`, { reason: "network" });
}

/** "fetch failed: connect ECONNREFUSED 127.0.0.1:8080 (ECONNREFUSED)": the useful part is in the causes. */
function wordCauses(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? ` (${error.code})` : "";
  const cause = error.cause === undefined || depth > 3 ? "" : `: ${wordCauses(error.cause, depth + 1)}`;
  return `${error.message}${code}${cause}`;
}

/**
 * A marker is a 64-bit number, and JSON.parse would round it above 2^53. As a string it survives. The quotes
 * around the key cannot come from what people write: inside a JSON string they are escaped.
 */
function quoteLongMarker(json: string): string {
  return json.replace(/"marker"(?<colon>\s*:\s*)(?<digits>-?\d{16,})/gu, '"marker"$<colon>"$<digits>"');
}
