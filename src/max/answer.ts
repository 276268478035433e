// Reads the raw answer to a call: is it what was asked for, or which failure is it?
import { z } from "zod";
import { type FailureReason, MaxFailure } from "./failure.ts";

/** What came back over HTTP. */
export interface RawAnswer {
  /** "POST /messages": for error messages. */
  readonly call: string;
  readonly status: number;
  readonly text: string;
  /** The header, as it came. */
  readonly retryAfter: string | null;
}

const QUOTED_LENGTH = 200;
const MAX_RETRY_AFTER_MS = 600_000;

const Refusal = z.object({
  success: z.boolean().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

type Refusal = z.infer<typeof Refusal>;

/**
 * What codes say, with status 200 as with 400. MAX lists them nowhere; seen in the wild were verify.token, chat.denied,
 * chat.not.found, dialog.not.found, dialogs.suspended, message.not.found, too.many.requests and service.unavailable,
 * some with underscores. All others mean what their status means.
 */
const REASON_OF_CODE: readonly (readonly [code: RegExp, reason: FailureReason])[] = [
  [/^verify\.token$/u, "unauthorised"],
  [/^too\.many\.requests$/u, "rate-limited"],
  [/^(?:service\.unavailable|internal(?:\.error)?)$/u, "server"],
  [/(?:^|\.)(?:access|bot|chat|dialog|user)s?\.(?:denied|blocked|stopped|suspended|not\.found)$/u, "forbidden"],
  [/(?:^|\.)not\.found$/u, "not-found"],
];

/**
 * The failure that an answer is, or undefined when it is a JSON object with status 200 that tells of none
 * (many writes fail with 200).
 */
export function failureOf(answer: RawAnswer, hideToken: (text: string) => string, now: number): MaxFailure | undefined {
  const refusal = Refusal.safeParse(jsonOf(answer.text)).data;
  const reason = reasonOf(answer, refusal);
  if (reason === undefined) return undefined;
  // Hidden before it is cut: half a token is a secret as well.
  const quote = (text: string | undefined) =>
    text === undefined ? undefined : hideToken(text).slice(0, QUOTED_LENGTH);
  const code = quote(refusal?.code);
  return new MaxFailure(wordFailure(answer, code, quote(refusal?.message)), {
    reason,
    status: answer.status,
    code,
    retryAfterMs: retryAfterMsOf(answer.retryAfter, now),
  });
}

// A page of HTML with status 401 or 404 was written by a proxy on the way and says nothing about the token or
// the chat: it must not stop the bot.
function reasonOf({ status, text }: RawAnswer, refusal: Refusal | undefined): FailureReason | undefined {
  if (status === 429) return "rate-limited";
  if (status >= 500) return "server";
  if (status === 200 && refusal !== undefined && !isRefusal(refusal)) return undefined;
  const isOfMax = refusal !== undefined || (status >= 400 && text.trim() === "");
  if (!isOfMax || (status !== 200 && status < 400)) return "unexpected-response";
  if (status === 401) return "unauthorised";
  return reasonOfCode(refusal?.code) ?? reasonOfStatus(status);
}

/** With `success: false`, or as errors look, which were seen with status 200 as well. */
function isRefusal({ success, code, message }: Refusal): boolean {
  return success === false || (success === undefined && code !== undefined && message !== undefined);
}

function reasonOfCode(code = ""): FailureReason | undefined {
  const written = code.toLowerCase().replaceAll("_", ".");
  return REASON_OF_CODE.find(([pattern]) => pattern.test(written))?.[1];
}

function reasonOfStatus(status: number): FailureReason {
  if (status === 403) return "forbidden";
  return status === 404 ? "not-found" : "rejected";
}

function wordFailure({ call, status }: RawAnswer, code: string | undefined, message: string | undefined): string {
  const details = message === undefined ? "" : `: "${message}"`;
  return `${call}: MAX answered ${status}${code === undefined ? "" : ` ${code}`}${details}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Seconds or a date (RFC 9110); at most ten minutes, undefined when it is neither. */
function retryAfterMsOf(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === "") return undefined;
  const seconds = Number(header);
  const waitMs = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  if (Number.isNaN(waitMs)) return undefined;
  return Math.min(MAX_RETRY_AFTER_MS, Math.max(0, waitMs));
}
