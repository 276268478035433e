// The composition root: a Config becomes a running bot that can be stopped.
import type { Config } from "../config/config.ts";
import { openContent, type ContentHolder } from "../live/content-holder.ts";
import type { Log } from "../runtime/log.ts";
import { sleep } from "../runtime/sleep.ts";
import { steadyNow } from "../runtime/steady-clock.ts";
import { createWorker } from "../delivery/worker.ts";
import { Disposables } from "../runtime/disposables.ts";
import { followContent } from "../live/follow-content.ts";
import { openConsole } from "../console/console.ts";
import type { BotIdentity } from "../max/mention.ts";
import { connect, databaseOf } from "./connect.ts";
import { openAnswering } from "./open-answering.ts";
import { openServer } from "./open-server.ts";
import { openWatch } from "../health/open-watch.ts";
import { createMaxClient } from "../max/client.ts";
import type { Limiter } from "../max/limiter.ts";
import { withPace } from "../max/pace.ts";
import type { Preview } from "../preview/preview.ts";
import { contentToLog } from "../live/report-content.ts";
import { createTidyAfter } from "../answering/tidy-after.ts";
import { keepRetention, keptOf } from "../answering/retention.ts";
import { serve } from "./serve.ts";
import { closeBackups } from "../teaching/backups.ts";
import { openTeaching } from "../teaching/open-teaching.ts";
import { contentToAdmins, deadLettersToAdmins } from "../admin/tell-admins.ts";
import type { PendingUpdate } from "../store/inbox/inbox.ts";
import { openDatabase } from "../store/database.ts";

export interface App {
  /** The local MAX, when the bot runs on it. */
  readonly preview: Preview | undefined;
  /** Whether the console is served on it. */
  readonly hasConsole: boolean;
  readonly content: ContentHolder;
  /** Settles when the bot stops by itself: rejects with the reason, UsageError for a refused token. */
  readonly finished: Promise<void>;
  /** Finishes what is being handled, saves the state and lets go of everything. May be called twice. */
  stop(): Promise<void>;
}

/** What may be put together otherwise, and is no setting. */
export interface Composition {
  /** Instead of the one that keeps the limits of MAX. */
  readonly limiter?: Limiter;
  /** Of a preview, instead of one that is thrown away. */
  readonly previewDatabaseUrl?: string;
}

/** Starts the bot; rejects with UsageError for what the operator can mend. */
export async function startApp(config: Config, log: Log, composition: Composition = {}): Promise<App> {
  const rest = new Disposables();
  try {
    return await start(config, log, rest, composition);
  } catch (error) {
    await rest.dispose();
    throw error;
  }
}

async function start(
  config: Config,
  log: Log,
  rest: Disposables,
  { limiter, previewDatabaseUrl }: Composition,
): Promise<App> {
  const content = await openContent(config.faqFile);
  const databaseUrl = previewDatabaseUrl ?? (await databaseOf(config, rest));
  const stopping = new AbortController();
  const { signal } = stopping;
  let profile: BotIdentity | undefined;
  const bot = () => profile;
  await closeBackups(content.file, log);
  const opened = await openDatabase(databaseUrl, steadyNow, log);
  rest.add(() => opened.close());
  const { inbox, probe } = opened;
  const watched = { inbox, probe, content, log, sleep, now: steadyNow, signal };
  const watch = openWatch(config, { ...watched, isKnown: () => profile !== undefined });
  const store = { ...opened, inbox: withPace(watch.inbox) };
  const teaching = openTeaching(config, content, store, Date.now);
  const addConsole = openConsole(config, {
    content,
    teaching,
    store,
    watch,
    bot,
    log,
    wake: () => wake(),
    now: Date.now,
  });
  const { connection, preview, transport } = await connect(config, content, addConsole, rest);
  const { sharedCalls: shared } = store;
  const onCall = watch.metrics.call;
  const checkRight = () => {
    store.lease.check();
    worker.checkClaims();
  };
  const client = createMaxClient({ ...connection, log, shared, limiter, onCall, checkRight });
  const wake = () => worker.wake();
  const tidying = createTidyAfter(store.tidy, log);
  const tidyAfter = tidying.lane;
  const answering = { tidyAfter, content, store, teaching, client, log, bot, wake, signal };
  const { handle, apologize, support } = openAnswering(config, answering);
  const { adminUserIds, retentionDays } = config;
  const news = { client, adminUserIds, log, signal, sleep };
  const tellAdmins = deadLettersToAdmins(news);
  const onDeadLetter = (update: PendingUpdate) => {
    tellAdmins();
    void apologize(update);
  };
  const observer = watch.observer(onDeadLetter, tidying.settled);
  const worker = watch.worker(createWorker({ inbox: store.inbox, handle, log, observer }));
  const lost = new AbortController();
  const server = openServer(config, {
    inbox: store.inbox,
    bot,
    onReceived: wake,
    watch,
    addConsole,
    log,
  });
  await store.lease.hold({ log, sleep, now: Date.now, onLost: (reason) => lost.abort(reason) });
  // Before MAX is told to deliver.
  await server.listen();
  const serving = serve({
    client,
    store,
    worker,
    transport,
    log,
    health: watch.health,
    onSilentPoll: () => watch.metrics.hung("poll"),
    signal,
    onProfile: (found) => {
      profile = found;
      void support?.check();
    },
  });
  // The screen of a preview is told by whoever started it.
  if (config.target.kind === "max") content.subscribe(contentToLog(content.file, log));
  content.subscribe(contentToAdmins(news));
  const following = followContent(content, { sleep, signal });
  const kept = keptOf(store, Date.now);
  const cleaning = keepRetention({
    ...store,
    kept,
    retentionDays,
    now: Date.now,
    sleep,
    log,
    signal,
  });
  const guarding = watch.guard();
  const finished = Promise.race([serving, following, whenAborted(lost.signal)]);
  // Whoever waits for `finished` sees the failure; until then it must not count as unhandled.
  finished.catch(() => undefined);
  rest.add(async () => {
    stopping.abort();
    await serving.catch(() => undefined);
    await following.catch(() => undefined);
    await Promise.all([cleaning, guarding]);
    await worker.stop();
  });
  // Let go of first: what is delivered after it would wait for the next process.
  rest.add(() => server.close());
  return {
    preview,
    hasConsole: addConsole !== undefined,
    content,
    finished,
    stop: () => rest.dispose(),
  };
}

/** Rejects with the reason of the signal. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
