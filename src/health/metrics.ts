// The figures that the program gives to Prometheus. Each running program has its own.
import { collectDefaultMetrics, Registry } from "prom-client";
import { type Meters, metersIn } from "./meters.ts";
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

interface CountedCall {
  readonly method: string;
  readonly path: string;
  readonly status: string;
  readonly ms: number;
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
  const meters = metersIn(register);
  const show = createStateMetrics(meters);
  const hung = meters.counter("watchdog_total", "Polls and worker loops that hung and were noticed", "what");
  for (const what of ["poll", "worker"]) hung.inc({ what }, 0);
  const refused = meters.counter(
    "refused_total",
    "Requests that were refused: wrong secrets and tokens, and deliveries while too many waited",
    "why",
  );
  for (const why of ["webhook_secret", "webhook_busy", "console_token"]) refused.inc({ why }, 0);
  let hasProcess = false;
  return {
    ...createUpdateMetrics(meters, now),
    call: createCallMetrics(meters),
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

/** By what of the state it shows: the name of a gauge, and what it says. */
const GAUGES: Readonly<Record<Exclude<keyof ProgramState, "contentVersion">, readonly [name: string, help: string]>> = {
  pending: ["inbox_pending", "Updates that wait to be handled"],
  oldestPendingSeconds: ["inbox_oldest_pending_seconds", "For how long the oldest of them has been waiting"],
  deadLetters: ["put_aside", "Updates that were given up and wait for somebody"],
  lastUpdateAt: ["last_update_timestamp_seconds", "When the last new update came"],
  lastPollAt: ["last_poll_timestamp_seconds", "When MAX last answered a poll or a subscription check"],
  isStoreReachable: ["store_up", "Whether the database answers"],
  isContentRejected: ["content_rejected", "Whether the content on the disk is not fit for service"],
  isSubscriptionOk: ["subscription_ok", "Whether MAX delivers by the transport of the settings"],
  isLeader: ["leader", "Whether this process polls MAX"],
  isReady: ["ready", "Whether /readyz says yes"],
};

/** A function that shows a state. */
function createStateMetrics({ gauge }: Meters): (state: ProgramState) => void {
  const gauges = new Map(Object.entries(GAUGES).map(([key, [name, help]]) => [key, gauge(name, help)]));
  const info = gauge("content_info", "The content in service, by a hash of it", "version");
  return ({ contentVersion, ...figures }) => {
    for (const [key, value] of Object.entries(figures)) {
      if (value === undefined) gauges.get(key)?.remove();
      else gauges.get(key)?.set(Number(value));
    }
    info.reset();
    info.set({ version: contentVersion }, 1);
  };
}

/** In seconds; MAX has 15 to answer, and a poll is held for 30. */
const DURATIONS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 45];

function createCallMetrics({ counter, histogram }: Meters): (call: CountedCall) => void {
  const calls = counter(
    "api_calls_total",
    "Calls to MAX, by method and by HTTP status, or the reason where there was none",
    "method",
    "status",
  );
  const seconds = histogram("api_call_seconds", "How long calls to MAX took, long polls included", DURATIONS, "method");
  return ({ method, path, status, ms }) => {
    const name = callName(method, path);
    calls.inc({ method: name, status });
    seconds.observe({ method: name }, ms / 1000);
  };
}

/** The ends of the paths of the Bot API that the bot calls, and of the uploads that it is sent to. */
const PATHS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\/chats\/[^/]+\/members\/me$/u, "/chats/{id}/members/me"],
  [/\/chats\/[^/]+\/members\/admins$/u, "/chats/{id}/members/admins"],
  [/\/me$/u, "/me"],
  [/\/me\/commands$/u, "/me/commands"],
  [/\/messages$/u, "/messages"],
  [/\/messages\/[^/]+$/u, "/messages/{id}"],
  [/\/answers$/u, "/answers"],
  [/\/updates$/u, "/updates"],
  [/\/subscriptions$/u, "/subscriptions"],
  [/\/uploads$/u, "/uploads"],
];
const METHODS: ReadonlySet<string> = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);

/** "POST /messages": of a fixed list, without the ids that stand in addresses; "other" for what is not of it. */
export function callName(method: string, path: string): string {
  const name = PATHS.find(([pattern]) => pattern.test(path))?.[1];
  return name === undefined || !METHODS.has(method) ? "other" : `${method} ${name}`;
}
