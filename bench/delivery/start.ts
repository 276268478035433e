// How long from the start of the built program to its first answer, and how much memory it then has.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../../src/runtime/errors.ts";
import { startPreview } from "../../src/preview/preview.ts";
import { markdownTable } from "../markdown-table.ts";
import type { Print } from "../print.ts";
import { gather } from "./people.ts";
import { freePort } from "./run-bot.ts";

const PROGRAM = "dist/main.js";
const TOKEN = "token-of-the-bench";
const RUNS = 3;
/** Until the heap of the start has been given back, if it ever is. */
const IDLE_MS = 10_000;

export async function printStart(print: Print): Promise<void> {
  await access(PROGRAM).catch(() => {
    throw new UsageError(`Measuring the start: there is no "${PROGRAM}"`, "npm run build");
  });
  const rows: (readonly string[])[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    print.progress(`start: run ${run}`);
    rows.push([String(run), ...(await measure())]);
  }
  print.table(markdownTable(["run", "first answer ms", "RSS MB then", "RSS MB idle"], rows));
}

/** The question is there before the program is. */
async function measure(): Promise<readonly string[]> {
  const preview = await startPreview({
    host: "127.0.0.1",
    port: 0,
    token: TOKEN,
    botName: "Бот",
    username: "school_bot",
  });
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const answered = gather(preview.max, 1).ask({ questions: ["зачем нам макс"], count: 1 });
  const begin = performance.now();
  const child = spawn(process.execPath, [PROGRAM], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      MAX_BOT_TOKEN: TOKEN,
      MAX_API_URL: preview.apiUrl,
      DATABASE_URL: `file:${join(folder, "bot.db")}`,
      PORT: String(await freePort()),
      LOG_LEVEL: "error",
    },
  });
  await answered;
  const ms = performance.now() - begin;
  const busy = await rssMb(child.pid);
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const idle = await rssMb(child.pid);
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
  await preview.close();
  await rm(folder, { recursive: true, force: true });
  return [ms.toFixed(0), busy, idle];
}

/** Linux tells it in a file; elsewhere there is no figure. */
async function rssMb(pid: number | undefined): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kib = /^VmRSS:\s+(\d+) kB/mu.exec(status)?.[1];
  return kib === undefined ? "" : ((Number(kib) * 1024) / 1e6).toFixed(0);
}
