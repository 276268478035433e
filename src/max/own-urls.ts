// Which subscriptions of the bot are ours: only these are removed, since somebody else may have made the others.
import type { Inbox } from "../store/inbox.ts";
import type { BotIdentity } from "./decode.ts";

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

/** Recorded, or at the same place as the address of today: whoever has that place is us. */
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
