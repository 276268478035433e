// Whether there is a console, and who may come in: anybody where it is open, otherwise whoever has shown the token.
import { type Attempts, createAttempts } from "../../server/attempts.ts";
import { type SignedSessions, createSignedSessions, isSame } from "./signed-sessions.ts";
import type { Config } from "../../config/config.ts";
import { isLoopback } from "../../server/host-guard.ts";

export type Entrance =
  /** The preview on this computer. */
  | { readonly kind: "open" }
  | {
      readonly kind: "token";
      readonly sessions: SignedSessions;
      readonly attempts: Attempts;
      readonly isToken: (text: string) => boolean;
    };

export function isIn(cookie: string | undefined, entrance: Entrance): boolean {
  return entrance.kind === "open" || entrance.sessions.isOpen(cookie ?? "");
}

/** Undefined where there is none. On this computer nobody has to sign in to try it, unless that is to be tried as well. */
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
