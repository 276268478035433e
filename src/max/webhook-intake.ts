// What the webhook takes in goes into the inbox, or back to MAX for another time.
import type { Log } from "../runtime/log.ts";
import { within } from "../runtime/deadline.ts";
import { steadyNow } from "../runtime/steady-clock.ts";
import type { Inbox } from "../store/inbox/inbox.ts";
import { receivedOf } from "./intake.ts";
import type { BotIdentity } from "./mention.ts";

export interface WebhookIntakeParts {
  readonly inbox: Pick<Inbox, "receive">;
  /** Undefined until MAX has said who the bot is: what is meant for it cannot be told before. */
  readonly bot: () => BotIdentity | undefined;
  /** Called when new updates are in the inbox. */
  readonly onReceived: () => void;
  readonly log: Log;
  /** How long a delivery may wait for the database; MAX gives up after 30 s. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

/**
 * "taken" when the update is in the inbox, or is one that is not answered; "unavailable" when it should come again. A
 * storing that takes longer than MAX may wait holds the update still, and is given to `keepFor`.
 */
export function createWebhookIntake(
  parts: WebhookIntakeParts,
): (update: unknown, keepFor: (storing: Promise<unknown>) => void) => Promise<"taken" | "unavailable"> {
  const { inbox, onReceived, log, timeoutMs = TIMEOUT_MS } = parts;
  return async (update, keepFor) => {
    const bot = parts.bot();
    if (bot === undefined) return "unavailable";
    const updates = receivedOf([update], bot, steadyNow(), log);
    if (updates.length === 0) return "taken";
    try {
      // What is stored after that comes again, and is known by its key.
      const storing = inbox.receive(updates);
      keepFor(storing);
      const added = await within(timeoutMs, storing);
      if (added === undefined) throw new Error(`The database did not answer within ${timeoutMs} ms`);
      if (added > 0) onReceived();
      return "taken";
    } catch (error) {
      log.warn({ err: error }, "A delivery cannot be stored; MAX will repeat it");
      return "unavailable";
    }
  };
}
