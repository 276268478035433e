// `cost`: what building and asking cost at growing sizes, in time and memory.
import type { Engine } from "../engine.ts";
import { ENGINES, REFERENCE } from "../engines.ts";
import { markdownTable, percent } from "../markdown-table.ts";
import type { Print } from "../print.ts";
import { reasonToSkip, type Measured } from "./forecast.ts";
import type { Measurement } from "./measurement.ts";
import { runChild, type Outcome } from "./run-child.ts";
import { SYNTHETIC_SIZES } from "./size.ts";

const HEADER = [
  "engine",
  "build, ms",
  "memory, MB",
  "questions",
  "p50, ms",
  "p99, ms",
  "p50 / MiniSearch",
  "p99 / MiniSearch",
  "first right",
];

export async function printCost(print: Print): Promise<void> {
  const shipped = new Map<Engine, Outcome>();
  for (const engine of ENGINES) {
    print.progress(`cost: ${engine.name}, the shipped content`);
    shipped.set(engine, await runChild(engine.name, "shipped"));
  }
  print.table(`### The shipped faq.yaml\n\n${tableOf(shipped)}`);
  const history = new Map<Engine, Measured[]>();
  for (const size of SYNTHETIC_SIZES) {
    const outcomes = await measureAll(size, history, print);
    print.table(`### ${size.toLocaleString("en")} entries of 10 phrases\n\n${tableOf(outcomes)}`);
  }
}

async function measureAll(
  entryCount: number,
  history: Map<Engine, Measured[]>,
  print: Print,
): Promise<ReadonlyMap<Engine, Outcome>> {
  const outcomes = new Map<Engine, Outcome>();
  for (const engine of ENGINES) {
    print.progress(`cost: ${engine.name}, ${entryCount} entries`);
    const earlier = history.get(engine) ?? [];
    const reason = reasonToSkip(earlier, entryCount);
    const outcome = reason === undefined ? await runChild(engine.name, entryCount) : { reason };
    outcomes.set(engine, outcome);
    if (!("reason" in outcome)) {
      history.set(engine, [...earlier, { entryCount, measurement: outcome }]);
    }
  }
  return outcomes;
}

function tableOf(outcomes: ReadonlyMap<Engine, Outcome>): string {
  const reference = outcomes.get(REFERENCE);
  const measured = reference === undefined || "reason" in reference ? undefined : reference;
  const rows: string[][] = [];
  const skipped: string[] = [];
  for (const [{ name }, outcome] of outcomes) {
    if ("reason" in outcome) skipped.push(`- ${name}: not measured, ${outcome.reason}`);
    else rows.push([name, ...cellsOf(outcome, measured)]);
  }
  const notes = skipped.length === 0 ? "" : `\n${skipped.join("\n")}\n`;
  return `${markdownTable(HEADER, rows)}${notes}`;
}

function cellsOf(outcome: Measurement, reference: Measurement | undefined): readonly string[] {
  return [
    outcome.buildMs.toFixed(0),
    (outcome.memoryBytes / 1e6).toFixed(1),
    String(outcome.questions),
    outcome.p50Ms.toFixed(2),
    outcome.p99Ms.toFixed(2),
    ratio(outcome.p50Ms, reference?.p50Ms),
    ratio(outcome.p99Ms, reference?.p99Ms),
    percent(outcome.first),
  ];
}

function ratio(value: number, reference: number | undefined): string {
  return reference === undefined ? "" : (value / reference).toFixed(2);
}
