// One run: people ask, processes die, the network lies, the database restarts; at the end everything has to add up.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { FaultEffect } from "../../src/preview/world/faults.ts";
import type { Preview } from "../../src/preview/preview.ts";
import type { PostgresServer } from "../support/database/postgres.ts";
import { startMax } from "../support/program/start-bot.ts";
import { startBalancer } from "./balancer.ts";
import { type BotProcess, createBotProcess, freePort } from "./bot-process.ts";
import { CONTENT } from "./content.ts";
import { type Account, accountOf, answeredBy, ask, type Asker } from "./ledger.ts";
import type { Random } from "./random.ts";

export interface Scenario {
  readonly name: string;
  /** "switching" goes from one to the other at every restart. */
  readonly transport: "polling" | "webhook" | "switching";
  readonly replicas: 1 | 2;
  /** How the process that is chosen ends: at a moment that nobody knows, or as a service manager ends it. */
  readonly ending: "kill" | "terminate";
  readonly endings: number;
  readonly faults: readonly FaultKind[];
  /** How often PostgreSQL is restarted or killed; undefined for SQLite. */
  readonly databaseRestarts?: number;
  /** Every other process runs with a clock that jumps by hours in between. */
  readonly hasClockSteps?: boolean;
  readonly duplicates?: boolean;
}

export type FaultKind = "429" | "503" | "html" | "cut" | "cut-after" | "hang";

export interface Outcome extends Account {
  readonly kills: number;
  readonly faults: number;
  /** Faults after which MAX had done what was asked, and the bot could not know. */
  readonly unknowable: number;
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
export const PEOPLE = 16;
/** MAX repeats a delivery after a minute, 150 s, 375 s …; here after one and a half seconds, and so on … */
const TIME_SCALE = 40;
/** … up to this, so that the last repeat of what nobody took comes before the account is made. */
const LONGEST_WAIT_MS = 10_000;
const LONGEST_START_MS = 4_000;
/** How long a fault waits for somebody to meet it. */
const FAULT_MS = 500;
/** Until everything is answered once nothing is broken any more. */
const SETTLE_MS = 75_000;

const EFFECTS: Readonly<Record<FaultKind, FaultEffect>> = {
  "429": { status: 429, body: { code: "too.many.requests", message: "slow down" } },
  "503": { status: 503, body: { code: "service.unavailable", message: "away" } },
  html: { status: 200, body: "<html><body>nginx</body></html>" },
  cut: "cut",
  "cut-after": "cut-after",
  hang: "hang",
};

/** Hours ahead or back after two seconds, as when somebody sets the clock. */
const clockStep = (hours: number) =>
  `data:text/javascript,const real=Date.now.bind(Date);let shift=0;setTimeout(()=>{shift=${hours}*3600000},700).unref();Date.now=()=>real()+shift;`;

export async function runScenario(scenario: Scenario, stage: Stage): Promise<Outcome> {
  const startedAt = performance.now();
  const folder = await mkdtemp(join(tmpdir(), "chaos-"));
  await writeFile(join(folder, "faq.yaml"), CONTENT);
  const max = await startHurriedMax();
  max.max.faults.duplicateUpdates = scenario.duplicates === true;
  const url = await stage.postgres?.freshDatabase();
  const ports = await Promise.all(Array.from({ length: scenario.replicas }, freePort));
  const balancer = await startBalancer(ports, PATH);
  const settings = {
    MAX_BOT_TOKEN: TOKEN,
    MAX_API_URL: max.apiUrl,
    FAQ_FILE: join(folder, "faq.yaml"),
    DATABASE_URL: url ?? `file:${folder}/bot.db`,
    WEBHOOK_URL: balancer.url,
    WEBHOOK_SECRET: SECRET,
  };
  const bots = ports.map((port) => createBotProcess(stage.main, port, settings));
  const run = createRun(scenario, stage, max, bots);
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
      setTimeout(
        Math.min(ms / TIME_SCALE, LONGEST_WAIT_MS),
        undefined,
        signal === undefined ? {} : { signal },
      ).catch(() => undefined),
  });
}

function createRun(scenario: Scenario, stage: Stage, max: Preview, bots: readonly BotProcess[]) {
  const { random, postgres } = stage;
  const askers: Asker[] = Array.from({ length: PEOPLE }, () => ({
    user: max.max.user(),
    asked: 0,
  }));
  const playing = new AbortController();
  const isPlaying = () => !playing.signal.aborted;
  let [kills, faults, unknowable, starts] = [0, 0, 0, 0];

  function start(bot: BotProcess): void {
    starts += 1;
    const isWebhook =
      scenario.transport === "webhook" || (scenario.transport === "switching" && starts % 2 === 0);
    const shift =
      scenario.hasClockSteps === true && starts % 2 === 0
        ? ["--import", clockStep(random.pick([6, -6, 30]))]
        : [];
    bot.start({ TRANSPORT: isWebhook ? "webhook" : "polling" }, shift);
  }

  /** Asks again when answered, or while the answer is under way where MAX promises the order. */
  async function converse(asker: Asker): Promise<void> {
    const mayRunAhead = scenario.transport === "polling";
    while (isPlaying()) {
      await setTimeout(random.between(20, 250));
      const open = asker.asked - answeredBy(asker);
      if (isPlaying() && open < (mayRunAhead ? 4 : 1)) ask(asker);
    }
  }

  async function lie(): Promise<void> {
    const [first, ...rest] = scenario.faults;
    if (first === undefined) return;
    while (isPlaying()) {
      await setTimeout(random.between(150, 600));
      const kind = random.pick([first, ...rest]);
      // A call that hangs takes the bot fifteen seconds, and thirty more before it says the same again.
      if (kind === "hang" && faults > 3) continue;
      const path = random.pick(["/messages", "/messages", "/updates"]);
      if (path === "/updates" && kind === "hang") continue;
      const until = performance.now() + FAULT_MS;
      let isDone = false;
      // What nobody meets in its time is over: otherwise they would pile up while no process is there.
      const meets = (call: { readonly path: string }) => {
        if (isDone || call.path !== path || performance.now() > until) return false;
        isDone = true;
        faults += 1;
        if (path === "/messages" && (kind === "cut-after" || kind === "hang")) unknowable += 1;
        return true;
      };
      max.max.faults.next(meets, EFFECTS[kind]);
    }
  }

  async function restartDatabase(): Promise<void> {
    for (let count = 0; count < (scenario.databaseRestarts ?? 0) && isPlaying(); count += 1) {
      await setTimeout(random.between(2_000, 4_000));
      await (count % 2 === 0 ? postgres?.stop() : postgres?.kill());
      await setTimeout(random.between(0, 1_000));
      await postgres?.start();
    }
  }

  /** Now and then while a process starts, else when one has found MAX, or a little later. */
  async function momentToEnd(): Promise<void> {
    if (random.next() < 0.2) {
      await setTimeout(random.between(50, 700));
      return;
    }
    const introductions = () => max.max.calls.filter(({ path }) => path === "/me").length;
    const [before, deadline] = [introductions(), performance.now() + LONGEST_START_MS];
    while (introductions() === before && performance.now() < deadline) await setTimeout(20);
    await setTimeout(random.between(0, scenario.ending === "kill" ? 1_000 : 3_000));
  }

  async function untilSubscribed(): Promise<void> {
    const deadline = performance.now() + LONGEST_START_MS * 4;
    const isUp = () =>
      max.max.webhooks.isActive &&
      max.max.calls.filter(({ path }) => path === "/subscriptions").length >= 2 * bots.length;
    while (!isUp() && performance.now() < deadline) await setTimeout(50);
    await setTimeout(1_000);
  }

  async function endProcesses(): Promise<void> {
    for (let count = 0; count < scenario.endings; count += 1) {
      await momentToEnd();
      const bot = bots[random.between(0, bots.length - 1)];
      if (bot === undefined) continue;
      await (scenario.ending === "kill" ? bot.kill() : bot.terminate());
      if (scenario.ending === "kill") kills += 1;
      if (random.next() < 0.3) await setTimeout(random.between(0, 400));
      start(bot);
    }
  }

  return {
    play: async () => {
      for (const bot of bots) start(bot);
      // What was written before MAX was told of the webhook waits for a poll; the scenario that switches is about that.
      if (scenario.transport === "webhook") await untilSubscribed();
      const conversations = askers.map(converse);
      const others = [lie(), restartDatabase()];
      await endProcesses();
      await others[1];
      playing.abort();
      await Promise.all([...conversations, ...others]);
      const deadline = performance.now() + SETTLE_MS;
      while (accountOf(askers).lost > 0 && performance.now() < deadline) await setTimeout(100);
    },
    outcome: () => ({
      ...accountOf(askers),
      kills,
      faults,
      unknowable,
      refusedForPace: max.max.calls.filter(({ status }) => status === 429).length,
      output: bots.map((bot) => bot.output()).join("\n"),
    }),
  };
}
