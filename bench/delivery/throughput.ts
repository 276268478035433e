// How many updates a second, at what cost and with what delay: the echo bot of the SDK, ours polling, ours by webhook.
import { markdownTable } from "../markdown-table.ts";
import type { Print } from "../print.ts";
import { gather, quantile, type Answered } from "./people.ts";
import { type BotKind, runBot } from "./run-bot.ts";

const KINDS: readonly BotKind[] = ["echo", "ours", "ours by webhook"];
const PEOPLE = 400;
const WARM_UP = 500;
const QUESTIONS = 2_000;
/** Seconds at half load. */
const PACED_SECONDS = 5;

interface Figures {
  readonly kind: BotKind;
  readonly full: Answered;
  readonly cpuMsPerUpdate: number;
  /** What this process, the local MAX and the people, took for each. */
  readonly loadCpuMsPerUpdate: number;
  readonly half: Answered;
  readonly rssBytes: number;
}

export async function printThroughput(questions: readonly string[], print: Print): Promise<void> {
  const all: Figures[] = [];
  for (const kind of KINDS) {
    print.progress(`throughput: ${kind}`);
    all.push(await measure(kind, questions));
  }
  const echo = all[0];
  const header = [
    "bot",
    "updates/s",
    "to echo",
    "CPU ms/update",
    "CPU ms/update of the local MAX",
    "p50 ms",
    "p99 ms",
    "p50 ms at half load",
    "p99 ms at half load",
    "RSS MB",
  ];
  const rows = all.map((one) => [
    one.kind,
    rateOf(one.full).toFixed(0),
    echo === undefined ? "" : (rateOf(one.full) / rateOf(echo.full)).toFixed(2),
    one.cpuMsPerUpdate.toFixed(2),
    one.loadCpuMsPerUpdate.toFixed(2),
    ...quantiles(one.full),
    ...quantiles(one.half),
    (one.rssBytes / 1e6).toFixed(0),
  ]);
  print.table(markdownTable(header, rows));
}

async function measure(kind: BotKind, questions: readonly string[]): Promise<Figures> {
  const bot = await runBot(kind);
  const people = gather(bot.max, PEOPLE);
  await people.ask({ questions, count: WARM_UP });
  const before = await bot.usage();
  const ownBefore = process.cpuUsage();
  const full = await people.ask({ questions, count: QUESTIONS });
  const own = process.cpuUsage(ownBefore);
  const after = await bot.usage();
  const perSecond = rateOf(full) / 2;
  const half = await people.ask({ questions, count: perSecond * PACED_SECONDS, perSecond });
  await bot.stop();
  return {
    kind,
    full,
    half,
    cpuMsPerUpdate: (after.cpuMs - before.cpuMs) / QUESTIONS,
    loadCpuMsPerUpdate: (own.user + own.system) / 1000 / QUESTIONS,
    rssBytes: after.rssBytes,
  };
}

function rateOf({ latenciesMs, seconds }: Answered): number {
  return latenciesMs.length / seconds;
}

function quantiles({ latenciesMs }: Answered): readonly string[] {
  return [quantile(latenciesMs, 0.5).toFixed(1), quantile(latenciesMs, 0.99).toFixed(1)];
}
