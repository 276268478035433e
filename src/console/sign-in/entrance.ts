// Who may come in: anybody where the console is open, otherwise whoever has shown the token.
import type { Attempts } from "./attempts.ts";
import type { SignedSessions } from "./signed-sessions.ts";

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
