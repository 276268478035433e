// Who is in: nobody, somebody with the token, or everybody on this computer.
import { signal } from "@preact/signals";
import type { Session } from "../../../console/api.ts";

export type SessionState =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly message: string }
  /** `hasEnded`: while somebody was at work. */
  | (Session & { readonly hasEnded?: boolean });

export const session = signal<SessionState>({ kind: "loading" });

/** Called where the server says that nobody is in. */
export function endSession(): void {
  const { kind } = session.value;
  if (kind === "signed-in" || kind === "open") {
    session.value = { kind: "signed-out", hasEnded: true };
  }
}
