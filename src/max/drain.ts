// From polling to the webhook without a gap: MAX keeps what nobody polled where no webhook ever sees it.
import type { Log } from "../delivery/log.ts";
import { sleep as realSleep, type Sleep } from "../delivery/sleep.ts";
import { steadyNow } from "../delivery/steady-clock.ts";
import type { Inbox } from "../store/inbox.ts";
import type { MaxClient, UpdatesBatch } from "./client.ts";
import type { BotIdentity } from "./decode.ts";
import { MaxFailure } from "./failure.ts";
import { receivedOf } from "./intake.ts";
import { pollingSource } from "./polling.ts";

interface DrainOptions {
  readonly client: Pick<MaxClient, "updates">;
  readonly inbox: Pick<Inbox, "marker" | "receive">;
  readonly bot: BotIdentity;
  readonly onReceived: () => void;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly sleep?: Sleep;
}

const LIMIT = 100;
/** MAX keeps updates for a day; so many batches of them would be a hundred thousand. */
const MOST_BATCHES = 1_000;
/** How long MAX holds the last poll open while it is told of the webhook: what comes in between ends it. */
const HELD_SECONDS = 2;
/** For that poll to reach MAX before the subscription does. */
const HEAD_START_MS = 500;

/** Takes what waits for a poll, runs `subscribe`, and takes what came meanwhile. Rejects as `subscribe` and the inbox do. */
export async function drainPolling(
  subscribe: () => Promise<void>,
  options: DrainOptions,
): Promise<void> {
  for (let count = 0; count < MOST_BATCHES; count += 1)
    if ((await takeBatch(1, options)) === 0) break;
  const last = takeBatch(HELD_SECONDS, options);
  // Whichever fails first: the other one must not count as unhandled.
  last.catch(() => undefined);
  await (options.sleep ?? realSleep)(HEAD_START_MS, options.signal);
  await subscribe();
  await last;
}

/** The number of updates that MAX gave; none where it refuses polls. */
async function takeBatch(timeoutSeconds: number, options: DrainOptions): Promise<number> {
  const { client, inbox, bot, onReceived, log, signal } = options;
  const source = pollingSource(bot);
  const marker = await inbox.marker(source);
  let batch: UpdatesBatch;
  try {
    batch = await client.updates({ marker, timeoutSeconds, limit: LIMIT, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof MaxFailure) || error.isRetryable) throw error;
    log.info({ reason: error.reason }, "MAX refuses a last poll before the webhook");
    return 0;
  }
  const value = batch.marker ?? marker;
  const updates = receivedOf(batch.updates, bot, steadyNow(), log);
  const added = await inbox.receive(updates, value === undefined ? undefined : { source, value });
  if (added > 0) onReceived();
  return batch.updates.length;
}
