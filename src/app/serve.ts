// The service: introduces the bot to MAX, however long MAX is away, and takes updates until it is stopped.
import type { Log } from "../runtime/log.ts";
import { retryUntilAborted } from "../runtime/retry.ts";
import { sleep } from "../runtime/sleep.ts";
import type { Worker } from "../delivery/worker.ts";
import { COMMANDS } from "../dialog/wording.ts";
import type { BotIdentity } from "../max/mention.ts";
import type { MaxClient } from "../max/client.ts";
import { asOperatorSees } from "../max/failure.ts";
import { POLL_WINDOW_MS } from "../max/poll-pace.ts";
import { runPolling } from "../max/polling.ts";
import { keepSubscribed, keepUnsubscribed } from "../max/subscription.ts";
import type { Transport } from "../config/transport.ts";
import type { Store } from "../store/store.ts";
import type { Health } from "../health/health.ts";

export interface Service {
  readonly client: MaxClient;
  readonly store: Store;
  readonly worker: Worker;
  readonly transport: Transport;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly health: Pick<Health, "maxAnswered" | "asking" | "othersSubscribed">;
  readonly onSilentPoll: () => void;
  readonly onProfile: (profile: BotIdentity) => void;
}

/** The first pause when MAX cannot be reached at the start, and the longest. */
const START_BACKOFF = { baseMs: 1_000, maxMs: 30_000 };

/** Runs until `signal` is aborted. Rejects with UsageError when MAX refuses the token. */
export async function serve(service: Service): Promise<void> {
  const { client, worker, log, signal, onProfile } = service;
  const profile = await retryUntilAborted(() => introduce(client, signal), {
    trouble: "MAX cannot be reached",
    backoff: START_BACKOFF,
    log,
    signal,
    sleep,
    random: Math.random,
  });
  if (profile === undefined) return;
  onProfile(profile);
  log.info({ botUserId: profile.userId, username: profile.username }, "The bot is on MAX");
  worker.start();
  await Promise.all([announceCommands(client, log, signal), takeUpdates(service, profile)]);
}

/** By the transport of the settings, until the signal. */
async function takeUpdates(service: Service, bot: BotIdentity): Promise<unknown> {
  const { client, store, worker, transport, log, signal, health, onSilentPoll } = service;
  const common = { client, inbox: store.inbox, bot, log, signal, onReceived: () => worker.wake() };
  if (transport.kind === "webhook")
    return keepSubscribed(transport.endpoint, { ...common, onChecked: health.maxAnswered });
  let isAnothers = false;
  const poll = async (elected: AbortSignal) => {
    health.asking(true);
    // The one that was elected before may have polled in this second.
    if (isAnothers) await sleep(POLL_WINDOW_MS, elected);
    isAnothers = false;
    const asked = { ...common, signal: elected };
    await Promise.all([
      keepUnsubscribed(transport.former, { ...asked, onOthers: health.othersSubscribed }),
      runPolling({ ...asked, onPolled: health.maxAnswered, onSilent: onSilentPoll }),
    ]);
  };
  return store.election.lead("polling", poll, signal, () => {
    isAnothers = true;
    health.asking(false);
  });
}

async function introduce(client: MaxClient, signal: AbortSignal): Promise<BotIdentity> {
  try {
    return await client.me(signal);
  } catch (error) {
    throw asOperatorSees(error);
  }
}

/** The menu of commands is a convenience: the bot works without it. */
async function announceCommands(client: MaxClient, log: Log, signal: AbortSignal): Promise<void> {
  try {
    await client.setCommands(COMMANDS, signal);
  } catch (error) {
    if (!signal.aborted) log.warn({ err: error }, "The menu of commands could not be set");
  }
}
