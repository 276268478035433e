// Which subscriptions of the bot are ours: only these are removed, since somebody else may have made the others.
import { createHash } from "node:crypto";
import type { Inbox } from "../store/inbox/inbox.ts";
import type { BotIdentity } from "./mention.ts";

/** Where MAX delivers to, and what it says with each delivery. */
export interface WebhookEndpoint {
  readonly url: string;
  readonly secret: string;
}

/** What is kept of the subscriptions of this bot; all rejects as the inbox does. */
export function ownUrlsOf(inbox: Pick<Inbox, "marker" | "receive">, { userId }: BotIdentity) {
  const source = `webhook:${userId}`;
  const toldSource = `webhook-told:${userId}`;
  return {
    /** The addresses that MAX was told to deliver to, or was about to be told. */
    read: async (): Promise<readonly string[]> =>
      ((await inbox.marker(source)) ?? "").split("\n").filter((url) => url !== ""),
    /** To be called before MAX is told, so that a kill in between forgets none. */
    write: async (urls: readonly string[]): Promise<void> => {
      // No address has a line break.
      await inbox.receive([], { source, value: [...new Set(urls)].join("\n") });
    },
    /** Whether MAX was last told of this address with this secret; it does not tell which secret it has. */
    isTold: async (endpoint: WebhookEndpoint): Promise<boolean> =>
      (await inbox.marker(toldSource)) === markOf(endpoint),
    /** To be called after MAX was told, so that a kill in between tells it once more. */
    writeTold: async (endpoint: WebhookEndpoint): Promise<void> => {
      await inbox.receive([], { source: toldSource, value: markOf(endpoint) });
    },
  };
}

/** Recorded, or at the same place as the address of today: who has that place is us. */
export function isOwnUrl(url: string, recorded: readonly string[], current: string | undefined): boolean {
  if (recorded.includes(url)) return true;
  if (current === undefined || !URL.canParse(url) || !URL.canParse(current)) return false;
  return new URL(url).origin === new URL(current).origin;
}

/** Enough to notice a change, too little to try out which secret it was made of. */
const MARK_LENGTH = 8;

function markOf({ url, secret }: WebhookEndpoint): string {
  return createHash("sha256").update(`${url}\n${secret}`).digest("hex").slice(0, MARK_LENGTH);
}
