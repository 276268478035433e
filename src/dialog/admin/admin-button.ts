// Buttons under what administrators see.
import { callbackButton } from "../parent/menu.ts";
import type { Button } from "../reply.ts";

/** Runs the command again with this argument: at most 900 characters. */
export function adminButton(title: string, command: string, argument: string): Button {
  return callbackButton(title, { kind: "admin", command, argument });
}
