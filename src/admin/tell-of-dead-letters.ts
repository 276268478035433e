// Updates that were given up, told to the administrators in MAX: the first soon, a flood of them in one message.
import type { Sleep } from "../runtime/sleep.ts";
import { newDeadLettersMessage } from "../dialog/admin/dead-letters.ts";
import { type AdminNewsParts, tellAdmins } from "./tell-admins.ts";

export interface DeadLetterNewsParts extends AdminNewsParts {
  readonly sleep: Sleep;
}

/** One trouble gives up several updates within seconds. */
const GATHER_MS = 5_000;
/** Between two messages. */
const QUIET_MS = 300_000;

/** To be called for every update that was given up; nobody waits for it. */
export function deadLettersToAdmins(parts: DeadLetterNewsParts): () => void {
  const { adminUserIds, sleep, signal } = parts;
  let untold = 0;
  let isTelling = false;

  async function tell(): Promise<void> {
    isTelling = true;
    for (let waitMs = GATHER_MS; ; waitMs = QUIET_MS) {
      await sleep(waitMs, signal);
      if (untold === 0 || signal.aborted) break;
      const count = untold;
      untold = 0;
      await tellAdmins(newDeadLettersMessage(count), parts);
    }
    isTelling = false;
  }

  return () => {
    if (adminUserIds.length === 0) return;
    untold += 1;
    if (!isTelling) void tell();
  };
}
