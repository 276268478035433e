// Why an attempt failed, from a fixed list.
import { OutsideError, UsageError } from "../runtime/errors.ts";

/** The reasons of a failure of MAX (max/failure), and those of the program itself. */
export const RETRY_CAUSES = [
  "unauthorised",
  "forbidden",
  "not-found",
  "rate-limited",
  "rejected",
  "server",
  "network",
  "timeout",
  "unexpected-response",
  "settings",
  "outside",
  "bug",
] as const;
export type RetryCause = (typeof RETRY_CAUSES)[number];

export function causeOf(error: unknown): RetryCause {
  if (error instanceof UsageError) return "settings";
  if (!(error instanceof OutsideError)) return "bug";
  const reason = "reason" in error ? error.reason : undefined;
  return RETRY_CAUSES.find((cause) => cause === reason) ?? "outside";
}
