// The log of the process: JSON lines, each with the update it is about, none with a secret or a text of people.
import { pino, type DestinationStream, type Logger } from "pino";
import type { Config } from "../config/config.ts";
import { endpointOf } from "../config/transport.ts";
import { updateFields } from "./update-context.ts";
import { errorFields } from "./error-fields.ts";

export interface LogOptions {
  readonly level: Config["logLevel"];
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

/** Everything in the settings that opens something, in the forms in which it may be written. */
export function secretsOf({
  target,
  transport,
  databaseUrl,
  consoleToken = "",
}: Config): readonly string[] {
  const endpoint = endpointOf(transport);
  const password = URL.canParse(databaseUrl) ? new URL(databaseUrl).password : "";
  const found = [
    target.kind === "max" ? target.token : "",
    endpoint?.secret ?? "",
    consoleToken,
    password,
    decoded(password),
  ];
  return [...new Set(found)].filter((secret) => secret !== "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
