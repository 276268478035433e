// What of an error may stand in the log: where and what, but nothing that people wrote.
import { OutsideError, UsageError } from "./errors.ts";

export interface ErrorFields {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly reason?: string;
  readonly status?: number;
  /** The places alone: the text of a stack begins with the message. */
  readonly stack?: string;
  readonly cause?: ErrorFields;
}

/**
 * Errors of the engine that name code. Any other may quote what it was given: that of JSON.parse quotes the text, those of
 * PostgreSQL the values of a row, those of a schema what did not fit.
 */
const NAMES_CODE: ReadonlySet<string> = new Set([
  "TypeError",
  "ReferenceError",
  "RangeError",
  "AbortError",
  "TimeoutError",
]);
const WITHHELD = "(not shown: it may quote what people wrote)";
const MAX_DEPTH = 3;

/** With `isVerbose` the messages of all errors are shown. */
export function errorFields(error: unknown, isVerbose: boolean, depth = 0): ErrorFields {
  if (!(error instanceof Error)) return { type: typeof error, message: isVerbose ? String(error) : WITHHELD };
  const cause = depth < MAX_DEPTH ? error.cause : undefined;
  return {
    type: error.name,
    message: isVerbose || isPlain(error) ? error.message : WITHHELD,
    ...picked(error),
    ...(isExpected(error) ? {} : { stack: placesOf(error) }),
    ...(cause === undefined ? {} : { cause: errorFields(cause, isVerbose, depth + 1) }),
  };
}

function isPlain(error: Error): boolean {
  return isExpected(error) || NAMES_CODE.has(error.name) || "syscall" in error;
}

function isExpected(error: Error): boolean {
  return error instanceof OutsideError || error instanceof UsageError;
}

function picked(error: object): Pick<ErrorFields, "code" | "reason" | "status"> {
  const text = (name: string) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === "string" ? { [name]: value } : {};
  };
  const status: unknown = Reflect.get(error, "status");
  return { ...text("code"), ...text("reason"), ...(typeof status === "number" ? { status } : {}) };
}

function placesOf({ stack = "" }: Error): string {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /u.test(line))
    .join("\n");
}
