// Whether memory stays flat over many updates.
import { markdownTable } from "../markdown-table.ts";
import type { Print } from "../print.ts";
import { gather } from "./people.ts";
import { runBot } from "./run-bot.ts";

/** So many that nobody asks faster than the bot lets one person. */
const PEOPLE = 600;
const STEP = 20_000;
const STEPS = 10;

/** Polling, since both transports share everything behind the inbox. */
export async function printMemory(questions: readonly string[], print: Print): Promise<void> {
  const bot = await runBot("ours");
  const people = gather(bot.max, PEOPLE);
  const rows: (readonly string[])[] = [];
  for (let step = 0; step <= STEPS; step += 1) {
    if (step > 0) await people.ask({ questions, count: STEP });
    const { rssBytes, heapBytes } = await bot.usage();
    print.progress(`memory: ${step * STEP} updates, ${(heapBytes / 1e6).toFixed(1)} MB`);
    rows.push([String(step * STEP), (heapBytes / 1e6).toFixed(1), (rssBytes / 1e6).toFixed(0)]);
  }
  await bot.stop();
  print.table(markdownTable(["updates", "heap MB after collection", "RSS MB"], rows));
}
