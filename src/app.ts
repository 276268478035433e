// The composition root: a Config becomes a running bot that can be stopped.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Config } from "./config/config.ts";
import { loadContent, type Content } from "./content.ts";
import type { Log } from "./delivery/log.ts";
import { insist } from "./delivery/patience.ts";
import { sleep } from "./delivery/sleep.ts";
import { createWorker, type Worker } from "./delivery/worker.ts";
import { COMMANDS } from "./dialog/wording.ts";
import { createHandler } from "./handle.ts";
import { openHealth } from "./health.ts";
import { createMaxClient, type BotProfile, type MaxClient } from "./max/client.ts";
import { MaxFailure, tokenRefused } from "./max/failure.ts";
import { runPolling } from "./max/polling.ts";
import { startPreview, type Preview } from "./preview/preview.ts";
import { openDatabase, type Store } from "./store/database.ts";

export interface App {
  /** The local MAX, when the bot runs on it. */
  readonly preview: Preview | undefined;
  /** Settles when the bot stops by itself: rejects with the reason, UsageError for a refused token. */
  readonly finished: Promise<void>;
  /** Finishes what is being handled, saves the state and lets go of everything. May be called twice. */
  stop(): Promise<void>;
}

/** The first pause when MAX cannot be reached at the start, and the longest. */
const START_BACKOFF = { baseMs: 1_000, maxMs: 30_000 };

/** Starts the bot; rejects with UsageError for what the operator can mend. */
export async function startApp(config: Config, log: Log): Promise<App> {
  const rest = new Disposables();
  try {
    return await start(config, log, rest);
  } catch (error) {
    await rest.dispose();
    throw error;
  }
}

/** What has to be let go of, last made first. */
class Disposables {
  private readonly disposers: (() => Promise<unknown>)[] = [];

  add(disposer: () => Promise<unknown>): void {
    this.disposers.unshift(disposer);
  }

  async dispose(): Promise<void> {
    for (const disposer of this.disposers.splice(0)) await disposer();
  }
}

async function start(config: Config, log: Log, rest: Disposables): Promise<App> {
  const content = await loadContent(config.faqFile);
  const { connection, preview, databaseUrl } = await connect(config, content, rest);
  const store = await openDatabase(databaseUrl);
  rest.add(() => store.close());
  const client = createMaxClient({ ...connection, log });
  const stopping = new AbortController();
  let profile: BotProfile | undefined;
  const handle = createHandler({
    client,
    talk: () => content.talk,
    botUserId: () => profile?.userId,
    log,
  });
  const worker = createWorker({ inbox: store.inbox, handle, log });
  const alive = await openSignOfLife(config, log, rest);
  const finished = serve({
    client,
    store,
    worker,
    log,
    alive,
    signal: stopping.signal,
    onProfile: (found) => {
      profile = found;
    },
  });
  // Whoever waits for `finished` sees the failure; until then it must not count as unhandled.
  finished.catch(() => undefined);
  rest.add(async () => {
    stopping.abort();
    await finished.catch(() => undefined);
    await worker.stop();
  });
  return { preview, finished, stop: () => rest.dispose() };
}

/** The preview has the port to itself, and nobody supervises it. */
async function openSignOfLife(config: Config, log: Log, rest: Disposables): Promise<() => void> {
  if (config.target.kind === "preview") return () => undefined;
  const health = await openHealth({ host: config.host, port: config.port, log });
  rest.add(() => health.close());
  return health.alive;
}

interface Connection {
  readonly connection: { readonly token: string; readonly apiUrl: string | undefined };
  readonly preview: Preview | undefined;
  readonly databaseUrl: string;
}

async function connect(config: Config, content: Content, rest: Disposables): Promise<Connection> {
  const { target } = config;
  if (target.kind === "max") {
    return { connection: target, preview: undefined, databaseUrl: config.databaseUrl };
  }
  const token = randomBytes(24).toString("base64url");
  const preview = await openPreview(config, token, content);
  rest.add(() => preview.close());
  return {
    connection: { token, apiUrl: preview.apiUrl },
    preview,
    databaseUrl: await temporaryDatabase(rest),
  };
}

function openPreview(
  { host, port }: Config,
  token: string,
  { matcher }: Content,
): Promise<Preview> {
  return startPreview({
    host,
    port,
    token,
    botName: "Школьный помощник",
    username: "school_faq_bot",
    explain: (text) => matcher.explain(text),
  });
}

/** The local MAX forgets everything when it stops, so what the bot knows of it must not outlive it either. */
async function temporaryDatabase(rest: Disposables): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "max-faq-bot-"));
  rest.add(() => rm(folder, { recursive: true, force: true }));
  return `file:${join(folder, "bot.db")}`;
}

interface Service {
  readonly client: MaxClient;
  readonly store: Store;
  readonly worker: Worker;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly alive: () => void;
  readonly onProfile: (profile: BotProfile) => void;
}

/** Introduces the bot to MAX, however long MAX is away, and takes updates until `signal`. */
async function serve(service: Service): Promise<void> {
  const { client, store, worker, log, signal, alive, onProfile } = service;
  const profile = await insist(() => introduce(client), {
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
  await announceCommands(client, log);
  await runPolling({
    client,
    inbox: store.inbox,
    botUserId: profile.userId,
    onReceived: () => worker.wake(),
    onPolled: alive,
    log,
    signal,
  });
}

async function introduce(client: MaxClient): Promise<BotProfile> {
  try {
    return await client.me();
  } catch (error) {
    throw error instanceof MaxFailure && error.reason === "unauthorised" ? tokenRefused() : error;
  }
}

/** The menu of commands is a convenience: the bot works without it. */
async function announceCommands(client: MaxClient, log: Log): Promise<void> {
  try {
    await client.setCommands(COMMANDS);
  } catch (error) {
    log.warn({ err: error }, "The menu of commands could not be set");
  }
}
