// One run: people ask, processes die, the network lies, the database restarts; at the end everything has to add up.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Preview } from "../../src/preview/preview.ts";
import type { PostgresServer } from "../support/database/postgres.ts";
import { startMax } from "../support/program/start-bot.ts";
import { startBalancer } from "./balancer.ts";
import { type BotProcess, createBotProcess, freePort, type HowToStart } from "./bot-process.ts";
import { CONTENT } from "./content.ts";
import { CONSOLE_TOKEN } from "./hostile-questions.ts";
import { type Account, accountOf } from "./ledger.ts";
import { type FaultKind, lie } from "./network.ts";
import { type People, parents } from "./people.ts";
import type { Random } from "./random.ts";
import { converse, type Counts, type Scene, type Trouble } from "./scene.ts";
import { LONGEST_START_MS } from "./troubles.ts";

export interface Scenario {
  readonly name: string;
  readonly database: "SQLite" | "PostgreSQL";
  /** "switching" goes from one to the other at every restart. */
  readonly transport: "polling" | "webhook" | "switching";
  readonly replicas: 1 | 2 | 3;
  /** How many of them stand by until a trouble starts them. */
  readonly reserves?: number;
  /** `parents` where nothing else is said. */
  readonly people?: People;
  /** Puts something into the file of SQLite before a process is started. */
  readonly prepare?: (databaseFile: string, random: Random) => Promise<void>;
  readonly troubles: readonly Trouble[];
  readonly faults: readonly FaultKind[];
  /** Every other process runs with a clock that jumps by hours in between. */
  readonly hasClockSteps?: boolean;
  readonly duplicates?: boolean;
}

export interface Outcome extends Account, Readonly<Counts> {
  readonly broken: readonly string[];
  /** The longest time in which a process did nothing else, in milliseconds. */
  readonly longestBlockMs: number;
  readonly refusedForPace: number;
  readonly seconds: number;
  readonly output: string;
}

export interface Stage {
  readonly main: string;
  readonly random: Random;
  readonly postgres: PostgresServer | undefined;
}

const TOKEN = "token-of-the-chaos";
const SECRET = "s3cret-of-the-chaos";
const PATH = "/max/hook";
/** MAX repeats a delivery after a minute, 150 s, 375 s …; here after one and a half seconds, and so on … */
const TIME_SCALE = 40;
/** … up to this, so that the last repeat of what nobody took comes before the account is made. */
const LONGEST_WAIT_MS = 10_000;
/** People go on until they have asked so much, however slow the machine: less is no test … */
export const ENOUGH_ASKED = 24;
/** … but not for longer than this after the last trouble. */
const LONGEST_ENCORE_MS = 60_000;
/** Until everything is answered once nothing is broken any more. */
const SETTLE_MS = 75_000;

/** Hours ahead or back after two seconds, as when somebody sets the clock. */
const clockStep = (hours: number) =>
  `data:text/javascript,const real=Date.now.bind(Date);let shift=0;setTimeout(()=>{shift=${hours}*3600000},700).unref();Date.now=()=>real()+shift;`;

export async function runScenario(scenario: Scenario, stage: Stage): Promise<Outcome> {
  const startedAt = performance.now();
  const folder = await mkdtemp(join(tmpdir(), "chaos-"));
  await writeFile(join(folder, "faq.yaml"), CONTENT);
  const max = await startHurriedMax();
  max.max.faults.duplicateUpdates = scenario.duplicates === true;
  const databaseFile = join(folder, "bot.db");
  await scenario.prepare?.(databaseFile, stage.random);
  const askers = (scenario.people ?? parents)(max);
  const url = await stage.postgres?.freshDatabase();
  const ports = await Promise.all(Array.from({ length: scenario.replicas }, freePort));
  const balancer = await startBalancer(ports, PATH);
  const settings = {
    MAX_BOT_TOKEN: TOKEN,
    MAX_API_URL: max.apiUrl,
    FAQ_FILE: join(folder, "faq.yaml"),
    DATABASE_URL: url ?? `file:${databaseFile}`,
    CONSOLE_TOKEN,
    ADMIN_USER_IDS: askers.flatMap(({ adminId }) => adminId ?? []).join(","),
    WEBHOOK_URL: balancer.url,
    WEBHOOK_SECRET: SECRET,
  };
  const bots = ports.map((port) => createBotProcess(stage.main, port, settings));
  const run = createRun(scenario, { ...stage, max, bots, askers, databaseFile });
  try {
    await run.play();
    return { ...run.outcome(), seconds: Math.round((performance.now() - startedAt) / 1_000) };
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()));
    await balancer.close();
    await max.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function startHurriedMax(): Promise<Preview> {
  return startMax(TOKEN, {
    sleep: (ms, signal) =>
      setTimeout(Math.min(ms / TIME_SCALE, LONGEST_WAIT_MS), undefined, signal === undefined ? {} : { signal }).catch(
        () => undefined,
      ),
  });
}

function createRun(scenario: Scenario, set: Stage & Pick<Scene, "max" | "bots" | "askers" | "databaseFile">) {
  const { transport, reserves = 0 } = scenario;
  const { max, bots, random } = set;
  const playing = new AbortController();
  const conversations: Promise<void>[] = [];
  let { askers } = set;
  let starts = 0;
  const scene: Scene = {
    ...set,
    get askers() {
      return askers;
    },
    counts: { kills: 0, freezes: 0, faults: 0, unknowable: 0 },
    broken: [],
    isPlaying: () => !playing.signal.aborted,
    start,
    replacePeople: () => {
      for (const asker of askers) asker.most = 0;
      askers = (scenario.people ?? parents)(max);
      letThemAsk();
    },
  };

  function letThemAsk(): void {
    const mayRunAhead = transport === "polling";
    conversations.push(...askers.map((asker) => converse(scene, asker, mayRunAhead)));
  }

  function start(bot: BotProcess, { nodeOptions = [], ...how }: HowToStart = {}): void {
    starts += 1;
    const isOdd = starts % 2 === 1;
    const isWebhook = transport === "webhook" || (transport === "switching" && !isOdd);
    const shift = scenario.hasClockSteps === true && !isOdd ? ["--import", clockStep(random.pick([6, -6, 30]))] : [];
    const options = [...nodeOptions, ...shift];
    bot.start({ TRANSPORT: isWebhook ? "webhook" : "polling" }, { ...how, nodeOptions: options });
  }

  async function untilSubscribed(): Promise<void> {
    await within(LONGEST_START_MS, () => {
      const calls = max.max.calls.filter(({ path }) => path === "/subscriptions");
      return max.max.webhooks.isActive && calls.length >= 2 * bots.length;
    });
    await setTimeout(1_000);
  }

  return {
    play: async () => {
      for (const bot of bots.slice(reserves)) start(bot);
      // What was written before MAX was told of the webhook waits for a poll; the scenario that switches is about that.
      if (transport === "webhook") await untilSubscribed();
      letThemAsk();
      const lying = lie(scene, scenario.faults);
      await Promise.all(scenario.troubles.map((trouble) => trouble(scene)));
      await within(LONGEST_ENCORE_MS, () => accountOf(askers).asked >= ENOUGH_ASKED);
      playing.abort();
      await Promise.all([...conversations, lying]);
      await within(SETTLE_MS, () => accountOf(askers).lost === 0);
    },
    outcome: () => ({
      ...accountOf(askers),
      ...scene.counts,
      broken: scene.broken,
      longestBlockMs: Math.max(...bots.map((bot) => bot.longestBlockMs())),
      refusedForPace: max.max.calls.filter(({ status }) => status === 429).length,
      output: bots.map((bot) => bot.output()).join("\n"),
    }),
  };
}

async function within(limitMs: number, isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!isSo() && performance.now() < deadline) await setTimeout(50);
}
