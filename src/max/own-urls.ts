// Which subscriptions of the bot are ours: only these are removed, since somebody else may have made the others.
import { createHash } from "node:crypto";
import type { Inbox } from "../store/inbox/inbox.ts";
import type { BotIdentity } from "./mention.ts";

/** Where MAX delivers to, and what it says with each delivery. */
export interface WebhookEndpoint {
  readonly url: string;
  readonly secret: string;
}

type Markers = Pick<Inbox, "marker" | "receive">;

/** The addresses that MAX was told to deliver to, or was about to be told. */
export async function readOwnUrls(inbox: Markers, bot: BotIdentity): Promise<readonly string[]> {
  const text = await inbox.marker(sourceOf(bot));
  return text === undefined || text === "" ? [] : text.split("\n");
}

/** Written before MAX is told, so that a kill in between forgets none. */
export async function writeOwnUrls(
  inbox: Markers,
  bot: BotIdentity,
  urls: readonly string[],
): Promise<void> {
  // No address has a line break.
  await inbox.receive([], { source: sourceOf(bot), value: [...new Set(urls)].join("\n") });
}

/** Whether MAX was last told of this address with this secret; it does not tell which secret it has. */
export async function isToldOf(
  inbox: Markers,
  bot: BotIdentity,
  endpoint: WebhookEndpoint,
): Promise<boolean> {
  return (await inbox.marker(toldSourceOf(bot))) === markOf(endpoint);
}

/** Written after MAX was told, so that a kill in between tells it once more. */
export async function writeToldOf(
  inbox: Markers,
  bot: BotIdentity,
  endpoint: WebhookEndpoint,
): Promise<void> {
  await inbox.receive([], { source: toldSourceOf(bot), value: markOf(endpoint) });
}

/** Recorded, or at the same place as the address of today: who has that place is us. */
export function isOwnUrl(
  url: string,
  recorded: readonly string[],
  current: string | undefined,
): boolean {
  if (recorded.includes(url)) return true;
  if (current === undefined || !URL.canParse(url) || !URL.canParse(current)) return false;
  return new URL(url).origin === new URL(current).origin;
}

function sourceOf({ userId }: BotIdentity): string {
  return `webhook:${userId}`;
}

function toldSourceOf({ userId }: BotIdentity): string {
  return `webhook-told:${userId}`;
}

/** Enough to notice a change, too little to try out which secret it was made of. */
const MARK_LENGTH = 8;

function markOf({ url, secret }: WebhookEndpoint): string {
  return createHash("sha256").update(`${url}\n${secret}`).digest("hex").slice(0, MARK_LENGTH);
}
