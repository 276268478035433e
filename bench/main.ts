// `npm run bench`: how good, how honest and how fast the matcher is beside its peers, and how much the whole bot takes.
import { loadContent } from "../src/live/content.ts";
import { UsageError } from "../src/runtime/errors.ts";
import { printAblation } from "./ablation.ts";
import { printCost } from "./cost/cost.ts";
import { printCrafted } from "./crafted/crafted.ts";
import { printConsole } from "./console.ts";
import { printCurve } from "./curve.ts";
import { printAccepting } from "./delivery/accepting.ts";
import { printForeign } from "./foreign/foreign.ts";
import { printFlood } from "./flood.ts";
import { printMemory } from "./delivery/memory.ts";
import { printStart } from "./delivery/start.ts";
import { printThroughput } from "./delivery/throughput.ts";
import { printPoster } from "./poster.ts";
import { print } from "./print.ts";
import { printQuality } from "./quality.ts";
import { printReliability } from "./reliability.ts";
import { printReload } from "./reload.ts";
import { readSamples } from "./samples.ts";
import { printTalk } from "./talk.ts";

/** What is only measured when it is named: it needs data that are not the project's. */
const NEEDS_DATA: ReadonlySet<string> = new Set(["foreign"]);

type Part = () => void | Promise<void>;

async function run(names: readonly string[]): Promise<void> {
  const content = await loadContent("faq.yaml");
  const samples = await readSamples();
  const questions = samples.flatMap(({ rows }) => rows.map(({ question }) => question));
  const parts: ReadonlyMap<string, Part> = new Map<string, Part>([
    ["quality", () => printQuality(content, samples, print)],
    ["curve", () => printCurve(content.faq, samples, print)],
    ["ablation", () => printAblation(content.faq, samples, print)],
    ["reliability", () => printReliability(content, samples, print)],
    ["talk", () => printTalk(content, print)],
    ["foreign", () => printForeign(print)],
    ["cost", () => printCost(print)],
    ["crafted", () => printCrafted(content.faq, questions, print)],
    ["reload", () => printReload(print)],
    ["poster", () => printPoster(print)],
    ["console", () => printConsole(content, questions, print)],
    ["flood", () => printFlood(print)],
    ["throughput", () => printThroughput(questions, print)],
    ["accepting", () => printAccepting(questions, print)],
    ["memory", () => printMemory(questions, print)],
    ["start", () => printStart(print)],
  ]);
  for (const name of names) {
    if (!parts.has(name)) {
      const known = [...parts.keys()].join(", ");
      throw new UsageError(`Measuring "${name}": there is no such part`, `The parts are: ${known}`);
    }
  }
  for (const [name, part] of parts) {
    const isWanted = names.length > 0 ? names.includes(name) : !NEEDS_DATA.has(name);
    if (!isWanted) continue;
    print.table(`## ${name}\n`);
    await part();
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n${error.hint ?? ""}\n`);
  process.exitCode = 2;
}
