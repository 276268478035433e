// The SDK's client for the API of MAX, at the address that was set, on top of our own fetch, with its calls observed.
import { type Api, Bot } from "@maxhub/max-bot-api";
import { UsageError } from "../runtime/errors.ts";
import { MaxFailure } from "./failure.ts";
import { createMaxFetch } from "./fetch.ts";

type Fetch = typeof globalThis.fetch;

/** A call to MAX and how it ended. */
export interface ApiCall {
  readonly method: string;
  /** As it was called, with ids in it. */
  readonly path: string;
  /** The HTTP status of a refusal, "200", the reason where there was no usable answer, or "aborted" by the caller. */
  readonly status: string;
  readonly ms: number;
}

export interface SdkOptions {
  readonly token: string;
  /** Undefined for MAX itself. */
  readonly apiUrl?: string | undefined;
  readonly fetch?: Fetch;
  /** How long MAX may take to answer; a long poll gets its own time on top. */
  readonly answerTimeoutMs?: number;
  readonly now?: () => number;
  /** Called at the end of every call; must not throw. */
  readonly onCall?: (call: ApiCall) => void;
}

/**
 * The "bad ports" of the Fetch standard, https://fetch.spec.whatwg.org/#port-blocking: a call to one fails like
 * a broken connection, but never mends. Port 0 leads nowhere.
 */
const REFUSED_PORTS: ReadonlySet<string> = new Set(
  `0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119
  123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990
  993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080`.split(
    /\s+/u,
  ),
);

/** Throws UsageError for a token or an address that cannot be right. */
export function createApi(options: SdkOptions): Api {
  const { token, apiUrl, fetch = globalThis.fetch, answerTimeoutMs = 15_000, now = Date.now, onCall } = options;
  // Anything else cannot be sent in a header, and the error of fetch would quote it.
  if (!/^[\x21-\x7E]+$/u.test(token)) {
    throw new UsageError(
      "Calling MAX: MAX_BOT_TOKEN is empty or has spaces, line breaks or letters that no token has",
      "Copy the token from the settings of the bot on the MAX partner platform into MAX_BOT_TOKEN",
    );
  }
  const maxFetch = createMaxFetch({ fetch, token, answerTimeoutMs, now });
  const observed = onCall === undefined ? maxFetch : observeCalls(maxFetch, onCall, now);
  const baseUrl = apiUrl === undefined ? {} : { baseUrl: baseUrlOf(apiUrl) };
  return new Bot(token, { clientOptions: { ...baseUrl, fetch: observed } }).api;
}

/**
 * MAX_API_URL as the SDK joins it with the names of methods: with a slash at the end, without which
 * `new URL("me", base)` drops the last part of the path.
 */
export function baseUrlOf(apiUrl: string): string {
  if (!URL.canParse(apiUrl)) throw unusable(apiUrl, "it is not an address");
  const url = new URL(apiUrl);
  if (!/^https?:$/u.test(url.protocol)) throw unusable(apiUrl, "it must start with https:// or http://");
  if (url.username !== "" || url.password !== "") {
    throw unusable(`${url.origin}…`, "it must not hold a user name or password");
  }
  if (REFUSED_PORTS.has(url.port)) {
    throw unusable(apiUrl, `fetch refuses the port ${url.port}, which belongs to another protocol`);
  }
  return `${url.origin}${url.pathname.replace(/\/*$/u, "/")}`;
}

function unusable(apiUrl: string, reason: string): UsageError {
  return new UsageError(
    `Calling MAX at "${apiUrl}": ${reason}`,
    "Leave MAX_API_URL empty for MAX itself, or set it to an address like http://127.0.0.1:8080/api",
  );
}

/** `fetch` is the one that rejects with MaxFailure; `now` in milliseconds. `onCall` must not throw. */
function observeCalls(fetch: Fetch, onCall: (call: ApiCall) => void, now: () => number): Fetch {
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
