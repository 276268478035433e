// The figures that the program gives to Prometheus. Each running program has its own.
import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import { createCallMetrics, type CountedCall } from "./call-metrics.ts";
import { described } from "./described.ts";
import { createUpdateMetrics, type UpdateMetrics } from "./update-metrics.ts";

/** What is as it is at the moment of a scrape; undefined for what is not known: it is left out then. */
export interface ProgramState {
  readonly pending: number | undefined;
  readonly oldestPendingSeconds: number | undefined;
  readonly deadLetters: number | undefined;
  readonly isStoreReachable: boolean;
  readonly contentVersion: string;
  readonly isContentRejected: boolean;
  /** Unix seconds, like the next. */
  readonly lastUpdateAt: number | undefined;
  readonly lastPollAt: number | undefined;
  readonly isSubscriptionOk: boolean;
  readonly isLeader: boolean;
  readonly isReady: boolean;
}

/** What strangers were refused, and deliveries for which there was no room. */
export type Refused = "webhook_secret" | "webhook_busy" | "console_token";

export interface Metrics extends UpdateMetrics {
  readonly call: (call: CountedCall) => void;
  /** Something hung and was noticed. */
  readonly hung: (what: "poll" | "worker") => void;
  readonly refused: (why: Refused) => void;
  /** Everything in the text format of Prometheus, with its content type. */
  render(state: ProgramState): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** `now` as in `receivedAt` of the updates. */
export function createMetrics(now: () => number): Metrics {
  const register = new Registry();
  const show = createStateMetrics(register);
  const hung = new Counter({
    ...described(register, "watchdog_total", "Polls and worker loops that hung and were noticed"),
    labelNames: ["what"] as const,
  });
  for (const what of ["poll", "worker"]) hung.inc({ what }, 0);
  const refused = new Counter({
    ...described(
      register,
      "refused_total",
      "Requests that were refused: wrong secrets and tokens, and deliveries while too many waited",
    ),
    labelNames: ["why"] as const,
  });
  for (const why of ["webhook_secret", "webhook_busy", "console_token"]) refused.inc({ why }, 0);
  let hasProcess = false;
  return {
    ...createUpdateMetrics(register, now),
    call: createCallMetrics(register),
    hung: (what) => hung.inc({ what }),
    refused: (why) => refused.inc({ why }),
    render: async (state) => {
      // From the first scrape on: it measures the event loop all the time.
      if (!hasProcess) collectDefaultMetrics({ register });
      hasProcess = true;
      show(state);
      return { contentType: register.contentType, text: await register.metrics() };
    },
  };
}

/** A function that shows a state. */
function createStateMetrics(register: Registry): (state: ProgramState) => void {
  const gauge = (name: string, help: string) => new Gauge(described(register, name, help));
  const numbers: readonly (readonly [Gauge, (state: ProgramState) => number | undefined])[] = [
    [gauge("inbox_pending", "Updates that wait to be handled"), ({ pending }) => pending],
    [
      gauge("inbox_oldest_pending_seconds", "For how long the oldest of them has been waiting"),
      ({ oldestPendingSeconds }) => oldestPendingSeconds,
    ],
    [
      gauge("put_aside", "Updates that were given up and wait for somebody"),
      ({ deadLetters }) => deadLetters,
    ],
    [
      gauge("last_update_timestamp_seconds", "When the last new update came"),
      ({ lastUpdateAt }) => lastUpdateAt,
    ],
    [
      gauge("last_poll_timestamp_seconds", "When MAX last answered a poll or a subscription check"),
      ({ lastPollAt }) => lastPollAt,
    ],
    [gauge("store_up", "Whether the database answers"), (now) => Number(now.isStoreReachable)],
    [
      gauge("content_rejected", "Whether the content on the disk is not fit for service"),
      (now) => Number(now.isContentRejected),
    ],
    [
      gauge("subscription_ok", "Whether MAX delivers by the transport of the settings"),
      (now) => Number(now.isSubscriptionOk),
    ],
    [gauge("leader", "Whether this process polls MAX"), (now) => Number(now.isLeader)],
    [gauge("ready", "Whether /readyz says yes"), (now) => Number(now.isReady)],
  ];
  const info = new Gauge({
    ...described(register, "content_info", "The content in service, by a hash of it"),
    labelNames: ["version"] as const,
  });
  return (state) => {
    for (const [one, valueOf] of numbers) {
      const value = valueOf(state);
      if (value === undefined) one.remove();
      else one.set(value);
    }
    info.reset();
    info.set({ version: state.contentVersion }, 1);
  };
}
