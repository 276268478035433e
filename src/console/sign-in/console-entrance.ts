// Whether there is a console, and who may come in, by the settings.
import type { Config } from "../../config/config.ts";
import { createAttempts } from "./attempts.ts";
import type { Entrance } from "./entrance.ts";
import { createSignedSessions, isSame } from "./signed-sessions.ts";
import { isLoopback } from "../../server/host-guard.ts";

/** Undefined where there is none. On this computer nobody has to sign in to try it, unless he wants to try that as well. */
export function consoleEntrance(
  { consoleToken, target, host }: Pick<Config, "consoleToken" | "target" | "host">,
  now: () => number,
): Entrance | undefined {
  if (consoleToken === undefined)
    return target.kind === "preview" && isLoopback(host) ? { kind: "open" } : undefined;
  return {
    kind: "token",
    sessions: createSignedSessions(consoleToken, now),
    attempts: createAttempts(now),
    isToken: (text) => isSame(text, consoleToken),
  };
}
