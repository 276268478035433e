// The SDK's client for the API of MAX, on top of our own fetch.
import { type Api, Bot } from "@maxhub/max-bot-api";
import { UsageError } from "../runtime/errors.ts";
import { baseUrlOf } from "./base-url.ts";
import { createMaxFetch } from "./fetch.ts";
import { type ApiCall, observeCalls } from "./observe-calls.ts";

export interface SdkOptions {
  readonly token: string;
  /** Undefined for MAX itself. */
  readonly apiUrl?: string | undefined;
  readonly fetch?: typeof globalThis.fetch;
  /** How long MAX may take to answer; a long poll gets its own time on top. */
  readonly answerTimeoutMs?: number;
  readonly now?: () => number;
  /** Called at the end of every call; must not throw. */
  readonly onCall?: (call: ApiCall) => void;
}

/** Throws UsageError for a token or an address that cannot be right. */
export function createApi(options: SdkOptions): Api {
  const {
    token,
    apiUrl,
    fetch = globalThis.fetch,
    answerTimeoutMs = 15_000,
    now = Date.now,
    onCall,
  } = options;
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
