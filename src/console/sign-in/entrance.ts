// Whether there is a console, and who may come in: anybody where it is open, otherwise whoever has shown the token.
import { type Attempts, createAttempts } from "../../server/attempts.ts";
import { type SignedSessions, createSignedSessions, isSame } from "./signed-sessions.ts";
import { type Config, isPrivatePreview } from "../../config/config.ts";

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
  config: Pick<Config, "consoleToken" | "target" | "host">,
  now: () => number,
): Entrance | undefined {
  const { consoleToken } = config;
  if (consoleToken === undefined) return isPrivatePreview(config) ? { kind: "open" } : undefined;
  return {
    kind: "token",
    sessions: createSignedSessions(consoleToken, now),
    attempts: createAttempts(now),
    isToken: (text) => isSame(text, consoleToken),
  };
}
