// What can go wrong between the bot and MAX, told apart by what to do about it.
import type { Postponing } from "../runtime/retry.ts";
import { OutsideError, UsageError } from "../runtime/errors.ts";

/**
 * "forbidden": the chat takes nothing of the bot (any more). "not-found": a message or something else that the call names
 * is gone. "rejected": MAX does not take what was said.
 */
export type FailureReason =
  | "unauthorised"
  | "forbidden"
  | "not-found"
  | "rate-limited"
  | "rejected"
  | "server"
  | "network"
  | "timeout"
  | "unexpected-response";

const PASSING: ReadonlySet<FailureReason> = new Set([
  "rate-limited",
  "server",
  "network",
  "timeout",
  "unexpected-response",
]);

interface FailureDetails {
  readonly reason: FailureReason;
  /** The HTTP status, when there was an answer. */
  readonly status?: number | undefined;
  /** The code of MAX: "chat.denied", "proto.payload" … */
  readonly code?: string | undefined;
  /** How long MAX asks to wait, or what has failed needs. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** A call to MAX that failed. The token is in no part of it. */
export class MaxFailure extends OutsideError implements Postponing {
  override readonly name = "MaxFailure";
  readonly reason: FailureReason;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, details: FailureDetails) {
    super(message, { isRetryable: PASSING.has(details.reason), cause: details.cause });
    this.reason = details.reason;
    this.status = details.status;
    this.code = details.code;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** Whether the chat that a message was sent to takes none of the bot, as when a person has stopped it. */
export function isOfChat(error: unknown): error is MaxFailure {
  return error instanceof MaxFailure && (error.reason === "forbidden" || error.reason === "not-found");
}

/** A failed call as the operator has to see it: an "unauthorised" means that the token is refused. */
export function asOperatorSees(error: unknown): unknown {
  if (!(error instanceof MaxFailure) || error.reason !== "unauthorised") return error;
  return new UsageError(
    "Calling MAX: MAX_BOT_TOKEN is refused: it is mistyped, or was replaced or revoked",
    "Copy the token from the settings of the bot on the MAX partner platform into MAX_BOT_TOKEN",
  );
}
