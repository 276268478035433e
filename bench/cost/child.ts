// Measures one engine at one size in a process of its own, so that the heaps of engines do not mix.
import { ENGINES } from "../engines.ts";
import type { Index } from "../engine.ts";
import type { Measurement } from "./measurement.ts";
import { parseSize, workloadOf } from "./size.ts";
import type { AskedQuestion } from "./workload.ts";

const WARM_UP_QUESTIONS = 100;
/** So often each, so that the compiler has seen what it needs. */
const WARM_UP_ROUNDS = 5;
const WARM_UP_MS = 2000;
/** A slow engine is asked until this time is over, but not fewer questions than this. */
const ASKING_MS = 6000;
const LEAST_QUESTIONS = 10;

async function measure(engineName: string, sizeText: string): Promise<Measurement> {
  const engine = ENGINES.find(({ name }) => name === engineName);
  if (engine === undefined) throw new RangeError(`Measuring "${engineName}": no such engine`);
  const build = await engine.load();
  const { faq, questions } = await workloadOf(parseSize(sizeText));
  const memoryBefore = memoryInUse();
  const start = performance.now();
  const index = await build(faq);
  const buildMs = performance.now() - start;
  const memoryBytes = memoryInUse() - memoryBefore;
  await warmUp(index, questions);
  return { buildMs, memoryBytes, ...(await ask(index, questions)) };
}

function memoryInUse(): number {
  // Twice: the first collection may leave what only finalizers held.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** With the last questions, so that no engine has the answers to the first ones in a cache. */
async function warmUp(index: Index, questions: readonly AskedQuestion[]): Promise<void> {
  const end = performance.now() + WARM_UP_MS;
  const last = questions.slice(-WARM_UP_QUESTIONS);
  for (let round = 0; round < WARM_UP_ROUNDS; round++) {
    for (const { text } of last) {
      await index.rank(text);
      if (performance.now() > end) return;
    }
  }
}

async function ask(index: Index, questions: readonly AskedQuestion[]) {
  const times: number[] = [];
  let first = 0;
  const end = performance.now() + ASKING_MS;
  for (const { text, entryId } of questions.slice(0, -WARM_UP_QUESTIONS)) {
    const start = performance.now();
    const ranked = await index.rank(text);
    times.push(performance.now() - start);
    if (entryId !== undefined && ranked[0] === entryId) first += 1;
    if (performance.now() > end && times.length >= LEAST_QUESTIONS) break;
  }
  const isKnown = questions.every(({ entryId }) => entryId !== undefined);
  times.sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.ceil(share * times.length) - 1] ?? Number.NaN;
  return {
    questions: times.length,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    ...(isKnown ? { first: first / times.length } : {}),
  };
}

const [, , engineName = "", sizeText = ""] = process.argv;
process.send?.(await measure(engineName, sizeText));
process.disconnect();
