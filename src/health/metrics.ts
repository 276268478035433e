// The figures that the program gives to Prometheus. Each running program has its own.
import { collectDefaultMetrics, Counter, Registry } from "prom-client";
import { createCallMetrics, type CountedCall } from "./call-metrics.ts";
import { PREFIX } from "./prefix.ts";
import { createStateMetrics, type ProgramState } from "./state-metrics.ts";
import { createUpdateMetrics, type UpdateMetrics } from "./update-metrics.ts";

export interface Metrics extends UpdateMetrics {
  readonly call: (call: CountedCall) => void;
  /** Something hung and was noticed. */
  readonly hung: (what: "poll" | "worker") => void;
  /** Everything in the text format of Prometheus, with its content type. */
  render(state: ProgramState): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** `now` as in `receivedAt` of the updates. */
export function createMetrics(now: () => number): Metrics {
  const register = new Registry();
  const show = createStateMetrics(register);
  const hung = new Counter({
    name: `${PREFIX}watchdog_total`,
    help: "Polls and worker loops that hung and were noticed",
    labelNames: ["what"] as const,
    registers: [register],
  });
  for (const what of ["poll", "worker"]) hung.inc({ what }, 0);
  let hasProcess = false;
  return {
    ...createUpdateMetrics(register, now),
    call: createCallMetrics(register),
    hung: (what) => hung.inc({ what }),
    render: async (state) => {
      // From the first scrape on: it measures the event loop all the time.
      if (!hasProcess) collectDefaultMetrics({ register });
      hasProcess = true;
      show(state);
      return { contentType: register.contentType, text: await register.metrics() };
    },
  };
}
