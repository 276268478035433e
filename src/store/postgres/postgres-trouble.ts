// Words why a PostgreSQL database cannot be used, for whoever set DATABASE_URL; the password is in none of them.
import { UsageError } from "../../runtime/errors.ts";

const HINT =
  "Set DATABASE_URL to postgres://user:password@host:5432/name of a database that the user may make tables in";

/** By the code of PostgreSQL (appendix A of its manual) or of Node. */
const WORDS: Readonly<Record<string, string>> = {
  "28P01": "the password is wrong",
  "28000": "the server does not let this user in",
  "3D000": "there is no database of this name",
  "42501": "the user may not make tables in it",
  "25006": "it can only be read, as a standby is",
  "53300": "the server has no connection left",
  "57P03": "the server is starting or stopping",
  ECONNREFUSED: "nobody listens there",
  ENOTFOUND: "there is no host of this name",
  EAI_AGAIN: "there is no host of this name",
  ETIMEDOUT: "the host does not answer",
  EHOSTUNREACH: "there is no way to the host",
  ENETUNREACH: "there is no way to the host",
};
/** By what pg says where it gives no code. */
const SAYINGS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/password must be a (?:non-empty )?string/u, "the server asks for a password, and there is none"],
  [/^connect ENOENT/u, "there is no socket of a server"],
];
const PASSING = new Set(
  "57P01 57P02 57P03 53300 ECONNREFUSED ECONNRESET ENOTFOUND EAI_AGAIN ETIMEDOUT EHOSTUNREACH ENETUNREACH".split(" "),
);

/** What a server that comes up later may still mend. */
export function isPassingStart(error: unknown): boolean {
  const message = error instanceof Error ? error.message : "";
  return PASSING.has(codeOf(error)) || /timeout|terminated unexpectedly|^connect ENOENT/iu.test(message);
}

export function cannotUsePostgres(place: string, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error);
  const said = SAYINGS.find(([pattern]) => pattern.test(reason))?.[1];
  const words = said ?? WORDS[codeOf(error)] ?? reason;
  return new UsageError(`Opening the database "${place}": ${words}`, HINT);
}

/** Host and name of the database, without user and password. */
export function placeOf(url: string): string {
  // Without a host, where the server listens on a socket (`?host=/run/postgresql`), URL takes no user.
  const whole = url.replace(/@(?=\/)/u, "@socket");
  if (!URL.canParse(whole)) {
    throw new UsageError("Opening the database: DATABASE_URL is not an address", HINT);
  }
  const { host, pathname } = new URL(whole);
  return `postgres://${host === "socket" ? "" : host}${pathname}`;
}

/** Where a name has several addresses, Node puts the failures of all into one. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const isCoded = error instanceof Error && "code" in error && typeof error.code === "string";
  return isCoded && typeof error.code === "string" ? error.code : "";
}
