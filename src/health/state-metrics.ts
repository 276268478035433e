// What is as it is at the moment of a scrape.
import { Gauge, type Registry } from "prom-client";
import { PREFIX } from "./prefix.ts";

/** Undefined for what is not known: it is left out then. */
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

/** A function that shows a state. */
export function createStateMetrics(register: Registry): (state: ProgramState) => void {
  const registers = [register];
  const gauge = (name: string, help: string) => new Gauge({ name: PREFIX + name, help, registers });
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
    name: `${PREFIX}content_info`,
    help: "The content in service, by a hash of it",
    labelNames: ["version"] as const,
    registers,
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
