// What is counted of the calls to MAX.
import { Counter, Histogram, type Registry } from "prom-client";
import { callName } from "./call-name.ts";
import { PREFIX } from "./prefix.ts";

export interface CountedCall {
  readonly method: string;
  readonly path: string;
  readonly status: string;
  readonly ms: number;
}

/** In seconds; MAX has 15 to answer, and a poll is held for 30. */
const DURATIONS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 45];

export function createCallMetrics(register: Registry): (call: CountedCall) => void {
  const registers = [register];
  const calls = new Counter({
    name: `${PREFIX}api_calls_total`,
    help: "Calls to MAX, by method and by HTTP status, or the reason where there was none",
    labelNames: ["method", "status"] as const,
    registers,
  });
  const seconds = new Histogram({
    name: `${PREFIX}api_call_seconds`,
    help: "How long calls to MAX took, long polls included",
    labelNames: ["method"] as const,
    buckets: DURATIONS,
    registers,
  });
  return ({ method, path, status, ms }) => {
    const name = callName(method, path);
    calls.inc({ method: name, status });
    seconds.observe({ method: name }, ms / 1000);
  };
}
