// What happens to the content, told to the administrators in MAX.
import { faultsOf } from "./content-commands.ts";
import type { ContentListener, ContentOutcome } from "../live/content-holder.ts";
import type { Log } from "../runtime/log.ts";
import { mendedMessage, rejectedMessage } from "../dialog/admin/content-messages.ts";
import type { OutMessage } from "../dialog/reply.ts";
import { sizeOfFaq } from "../faq/size-of-faq.ts";
import type { MaxClient } from "../max/client.ts";

export interface AdminNewsParts {
  readonly client: Pick<MaxClient, "send">;
  readonly adminUserIds: readonly number[];
  readonly log: Log;
  /** Ends what is still to be sent. */
  readonly signal: AbortSignal;
}

/** Tells what was rejected, and that it is mended; in order, and without anybody waiting for it. */
export function contentToAdmins(parts: AdminNewsParts): ContentListener {
  let last: Promise<unknown> = Promise.resolve();
  return (outcome) => {
    const message = newsOf(outcome);
    if (message === undefined) return;
    last = last.then(() => tellAdmins(message, parts));
  };
}

function newsOf(outcome: ContentOutcome): OutMessage | undefined {
  if (outcome.kind === "rejected") return rejectedMessage(faultsOf(outcome), outcome.isLive);
  return outcome.isMended ? mendedMessage(sizeOfFaq(outcome.content.faq)) : undefined;
}

/** Resolves when all are told who can be. */
export async function tellAdmins(message: OutMessage, parts: AdminNewsParts): Promise<void> {
  await Promise.all(parts.adminUserIds.map((userId) => tell(userId, message, parts)));
}

/** One who has never opened the chat with the bot, or has left it, cannot be told: never rejects. */
async function tell(
  userId: number,
  message: OutMessage,
  { client, log, signal }: AdminNewsParts,
): Promise<void> {
  const place = { kind: "private", chatId: undefined, userId } as const;
  try {
    await client.send({ kind: "send", place, message }, signal);
  } catch (error) {
    if (!signal.aborted) log.warn({ err: error, userId }, "An administrator could not be told");
  }
}
