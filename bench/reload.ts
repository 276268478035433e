// How long a changed content holds up those who ask meanwhile: the longest pause while it is put into service.
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openContent } from "../src/live/content-holder.ts";
import { createMatcher } from "../src/search/matcher.ts";
import { markdownTable } from "./markdown-table.ts";
import { watchPauses } from "./pauses.ts";
import type { Print } from "./print.ts";

const RUNS = 9;

/** Times of the whole process; the ratio is to building the matcher without a pause, in the same run. */
export async function printReload(print: Print): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "bench-reload-"));
  const file = join(folder, "faq.yaml");
  await copyFile("faq.yaml", file);
  await copyFile("questions.yaml", join(folder, "questions.yaml"));
  const content = await openContent(file);
  const text = await readFile(file, "utf8");
  const wholes: number[] = [];
  const pauses: number[] = [];
  const builds: number[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    await writeFile(file, `${text}# ${run}\n`);
    const watched = watchPauses();
    const { kind } = await content.reload();
    if (kind !== "loaded") throw new Error(`The content was not put into service: ${kind}`);
    const { wholeMs, longestMs } = watched.end();
    wholes.push(wholeMs);
    pauses.push(longestMs);
    const began = performance.now();
    createMatcher(content.current().faq);
    builds.push(performance.now() - began);
    print.progress(`reload: ${wholeMs.toFixed(0)} ms, longest pause ${longestMs.toFixed(0)} ms`);
  }
  await rm(folder, { recursive: true });
  const [whole, pause, build] = [median(wholes), median(pauses), median(builds)];
  const row = (name: string, ms: number) => [name, ms.toFixed(0), (ms / build).toFixed(2)];
  const rows = [row("read, checked, built, in service", whole), row("the longest pause for others", pause)];
  print.table(markdownTable(["a changed content", "ms", "in builds of the matcher"], rows));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
