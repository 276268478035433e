// The composition root: a Config becomes a running bot that can be stopped.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAdmin, type AdminCommands } from "../admin/admin.ts";
import { createAdmins, whoamiCommand } from "../admin/admins.ts";
import { deadLettersCommand } from "../admin/dead-letters-command.ts";
import type { Config } from "../config/config.ts";
import { LINKS } from "../console/wording.ts";
import type { Transport } from "../config/transport.ts";
import { checkCommand, reloadCommand } from "../admin/content-commands.ts";
import { openContent, type ContentHolder } from "../live/content-holder.ts";
import type { Log } from "../runtime/log.ts";
import { sleep } from "../runtime/sleep.ts";
import { steadyNow } from "../runtime/steady-clock.ts";
import { createWorker } from "../delivery/worker.ts";
import { withTeaching } from "../dialog/admin/teach-list.ts";
import { Disposables } from "../runtime/disposables.ts";
import {
  createWizardListener,
  unansweredCommand,
  wizardCommand,
} from "../admin/teaching-commands.ts";
import { followContent } from "../live/follow-content.ts";
import { createGroupStates } from "../answering/group-states.ts";
import { createHandler } from "../answering/handle.ts";
import { openConsole, type AddConsole } from "../console/open-console.ts";
import { openServer } from "./open-server.ts";
import { openWatch } from "../health/open-watch.ts";
import { createPseudonyms } from "../answering/pseudonyms.ts";
import { createRecorder } from "../answering/recorder.ts";
import { createMaxClient, type BotProfile, type MaxClient } from "../max/client.ts";
import type { Limiter } from "../max/limiter.ts";
import type { Preview } from "../preview/preview.ts";
import { openSupport } from "./open-support.ts";
import { keepRetention } from "../answering/retention.ts";
import { contentToLog } from "../live/report-content.ts";
import { serve } from "./serve.ts";
import { openTeaching } from "../teaching/open-teaching.ts";
import { contentToAdmins } from "../admin/tell-admins.ts";
import { deadLettersToAdmins } from "../admin/tell-of-dead-letters.ts";
import { statsCommand } from "../admin/stats-command.ts";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import { UNSENT_KEPT_MS } from "../support/pass-question.ts";
import type { SupportChat } from "../support/support-chat.ts";
import type { WizardParts } from "../teaching/wizard.ts";

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
export async function startApp(
  config: Config,
  log: Log,
  composition: Composition = {},
): Promise<App> {
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
  let profile: BotProfile | undefined;
  const bot = () => profile;
  const opened = await openDatabase(databaseUrl, steadyNow, log);
  rest.add(() => opened.close());
  const eyes = { inbox: opened.inbox, content, log, sleep, now: steadyNow, signal };
  const watch = openWatch(config, { ...eyes, isKnown: () => profile !== undefined });
  const store = { ...opened, inbox: watch.inbox };
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
  const client = createMaxClient({ ...connection, log, shared, limiter, onCall });
  const support = openSupport(config, content, { client, store, log, now: Date.now });
  const wake = () => worker.wake();
  const answering = { config, content, store, teaching, client, support, log, bot, wake };
  const handle = createAnswering(answering);
  const { adminUserIds } = config;
  const news = { client, adminUserIds, log, signal, sleep };
  const observer = watch.observer(deadLettersToAdmins(news));
  const worker = watch.worker(createWorker({ inbox: store.inbox, handle, log, observer }));
  const lost = new AbortController();
  const server = openServer(config, {
    inbox: store.inbox,
    bot,
    onReceived: wake,
    probes: watch.probes,
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
  const cleaning = startRetention(config, store, log, signal);
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

/** Everything that the database keeps of people, with the time it is kept for. */
function startRetention(
  { retentionDays }: Config,
  { inbox, journal, votes, supportQuestions, secrets, tidy }: Store,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const now = Date.now;
  const kept = [
    { what: "questions", prune: (before: number) => journal.prune(before) },
    {
      what: "updates that were given up",
      prune: (before: number) => inbox.pruneDeadLetters(before),
    },
    { what: "votes", prune: (before: number) => votes.prune(before) },
    {
      what: "questions to the staff",
      prune: (sent: number) => supportQuestions.prune({ unsent: now() - UNSENT_KEPT_MS, sent }),
    },
  ];
  return keepRetention({ kept, secrets, tidy, retentionDays, now, sleep, log, signal });
}

interface AnsweringParts {
  readonly config: Config;
  readonly content: ContentHolder;
  readonly store: Store;
  readonly teaching: WizardParts;
  readonly client: MaxClient;
  readonly support: SupportChat | undefined;
  readonly log: Log;
  readonly bot: () => BotProfile | undefined;
  /** Says that there is something to do in the inbox. */
  readonly wake: () => void;
}

/** What is done with an update: the talk, and all that it needs and leaves behind. */
function createAnswering(parts: AnsweringParts) {
  const { config, content, store, teaching, client, support, log, bot, wake } = parts;
  const now = Date.now;
  const admins = createAdmins(config);
  const commands: AdminCommands = new Map([
    ["check", checkCommand(content, now)],
    ["reload", reloadCommand(content)],
    ["stats", statsCommand({ ...store, faq: () => content.current().faq, now })],
    ["unanswered", unansweredCommand(teaching)],
    ["new", wizardCommand(teaching)],
    ["aside", deadLettersCommand({ inbox: store.inbox, bot, onRetried: wake })],
    ["whoami", whoamiCommand(admins, () => commands)],
  ]);
  const pseudonyms = createPseudonyms(store.secrets, now);
  return createHandler({
    client,
    talk: () => content.current().talk,
    bot,
    groups: createGroupStates(store.chatStates),
    support,
    admin: createAdmin({ client, isAdmin: admins.isAdmin, commands, log }),
    wizard: createWizardListener(teaching, admins.isAdmin, client),
    forAdmin: (message, userId) => (admins.isAdmin(userId) ? withTeaching(message) : message),
    recorder: createRecorder({ ...store, pseudonyms, log, now }),
    retentionDays: config.retentionDays,
    log,
    now,
  });
}

/** Rejects with the reason of the signal. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

interface Connection {
  readonly connection: { readonly token: string; readonly apiUrl: string | undefined };
  readonly preview: Preview | undefined;
  readonly transport: Transport;
}

async function connect(
  config: Config,
  content: ContentHolder,
  addConsole: AddConsole,
  rest: Disposables,
): Promise<Connection> {
  const { target, transport } = config;
  if (target.kind === "max") return { connection: target, preview: undefined, transport };
  const token = randomBytes(24).toString("base64url");
  const preview = await openPreview(config, token, content, addConsole);
  rest.add(() => preview.close());
  return {
    connection: { token, apiUrl: preview.apiUrl },
    preview,
    // To a webhook the local MAX would deliver what must not leave this computer.
    transport: { kind: "polling", former: undefined },
  };
}

async function openPreview(
  { host, port }: Config,
  token: string,
  content: ContentHolder,
  addConsole: AddConsole,
): Promise<Preview> {
  // A bot on the real MAX has no use for it.
  const { startPreview } = await import("../preview/preview.ts");
  return startPreview({
    host,
    port,
    token,
    botName: "Школьный помощник",
    username: "school_faq_bot",
    explain: (text) => content.current().talk.explain(text),
    extend: addConsole && { add: addConsole, links: LINKS },
  });
}

/** The local MAX forgets everything when it stops, so what the bot knows of it must not outlive it either. */
async function databaseOf({ target, databaseUrl }: Config, rest: Disposables): Promise<string> {
  if (target.kind === "max") return databaseUrl;
  const folder = await mkdtemp(join(tmpdir(), "max-faq-bot-"));
  rest.add(() => rm(folder, { recursive: true, force: true }));
  return `file:${join(folder, "bot.db")}`;
}
