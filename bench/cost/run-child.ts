// One measurement in a process of its own, within limits of time and memory.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseMeasurement, type Measurement } from "./measurement.ts";
import type { Size } from "./size.ts";

const CHILD = fileURLToPath(new URL("child.ts", import.meta.url));
/** For loading, building and asking together. */
const LIMIT_MS = 60_000;
/** For the heap while building; typed arrays come on top. */
const HEAP_LIMIT_MIB = 1536;

/** The measurement, or why there is none. */
export type Outcome = Measurement | { readonly reason: string };

export function runChild(engineName: string, size: Size): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = fork(CHILD, [engineName, String(size)], {
      execArgv: ["--expose-gc", `--max-old-space-size=${HEAP_LIMIT_MIB}`, "--import", "tsx"],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let complaint = "";
    child.stderr?.on("data", (data: Buffer) => (complaint = `${complaint}${data.toString()}`));
    const timer = setTimeout(() => {
      resolve({ reason: `not done after ${LIMIT_MS / 1000} s` });
      child.kill("SIGKILL");
    }, LIMIT_MS);
    child.once("message", (message) => resolve(parseMeasurement(message)));
    child.once("exit", () => {
      clearTimeout(timer);
      resolve({ reason: reasonOf(complaint) });
    });
  });
}

function reasonOf(complaint: string): string {
  if (complaint.includes("heap out of memory")) return `more than ${HEAP_LIMIT_MIB} MiB of heap`;
  const error = complaint.split("\n").find((line) => line.includes("Error"));
  return `failed: ${error ?? "no message"}`;
}
