// What administrators are told in MAX unasked: that the content was rejected or mended, that updates were given up.
import { faultsOf } from "./content-commands.ts";
import type { ContentListener, ContentOutcome } from "../live/content-holder.ts";
import type { Log } from "../runtime/log.ts";
import { mendedMessage, rejectedMessage } from "../dialog/admin/content-messages.ts";
import type { OutMessage } from "../dialog/reply.ts";
import { sizeOfFaq } from "../faq/faq.ts";
import type { MaxClient } from "../max/client.ts";
import type { Sleep } from "../runtime/sleep.ts";
import { newDeadLettersMessage } from "../dialog/admin/dead-letters.ts";

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

export interface DeadLetterNewsParts extends AdminNewsParts {
  readonly sleep: Sleep;
}

/** One trouble gives up several updates within seconds. */
const GATHER_MS = 5_000;
/** Between two messages. */
const QUIET_MS = 300_000;

/** To be called for every update that was given up; nobody waits for it. A flood of them makes one message. */
export function deadLettersToAdmins(parts: DeadLetterNewsParts): () => void {
  const { adminUserIds, sleep, signal } = parts;
  let untold = 0;
  let isTelling = false;

  async function tellOfAll(): Promise<void> {
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
    if (!isTelling) void tellOfAll();
  };
}

/** Resolves when all are told who can be. */
async function tellAdmins(message: OutMessage, parts: AdminNewsParts): Promise<void> {
  await Promise.all(parts.adminUserIds.map((userId) => tell(userId, message, parts)));
}

/** One who has never opened the chat with the bot, or has left it, cannot be told: never rejects. */
async function tell(userId: number, message: OutMessage, { client, log, signal }: AdminNewsParts): Promise<void> {
  const place = { kind: "private", chatId: undefined, userId } as const;
  try {
    await client.send({ kind: "send", place, message }, signal);
  } catch (error) {
    if (!signal.aborted) log.warn({ err: error, userId }, "An administrator could not be told");
  }
}
