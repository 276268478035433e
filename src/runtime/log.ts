// The log of the process: JSON lines, each with the update it is about, none with a secret or a text of people.
import { AsyncLocalStorage } from "node:async_hooks";
import { pino, type DestinationStream, type Logger } from "pino";
import { errorFields } from "./error-fields.ts";

type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/** What the program says to the log: the part of pino that it needs. */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LogOptions {
  readonly level: LogLevel;
  /** What must not stand in any line, whoever writes it. */
  readonly secrets: readonly string[];
  readonly destination?: DestinationStream;
}

export function createLog({ level, secrets, destination }: LogOptions): Logger {
  const options = {
    level,
    mixin: () => ({ ...updateFields() }),
    serializers: { err: (error: unknown) => errorFields(error, level === "debug") },
    hooks: { streamWrite: (line: string) => withoutSecrets(line, secrets) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** A last line of defence: nothing is known to write one of them. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((so, secret) => so.replaceAll(secret, "[secret]"), text);
}

/** Which update is being handled, for everything that is said meanwhile, without anybody passing it on. */
const current = new AsyncLocalStorage<{ readonly update: string }>();

/** A part of a hash is enough to find the lines of one update, and leads to no chat and no person. */
const ID_LENGTH = 10;

/** Runs `work`, during which `updateFields` name the update of this key. */
export function inUpdate<T>(key: string, work: () => T): T {
  return current.run({ update: key.slice(key.indexOf(":") + 1).slice(0, ID_LENGTH) }, work);
}

/** For every line of the log: `{ update }` while one is handled, nothing otherwise. */
function updateFields(): { readonly update?: string } {
  return current.getStore() ?? {};
}
