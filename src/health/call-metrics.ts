// What is counted of the calls to MAX.
import { Counter, Histogram, type Registry } from "prom-client";
import { described } from "./described.ts";

export interface CountedCall {
  readonly method: string;
  readonly path: string;
  readonly status: string;
  readonly ms: number;
}

/** In seconds; MAX has 15 to answer, and a poll is held for 30. */
const DURATIONS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 45];

export function createCallMetrics(register: Registry): (call: CountedCall) => void {
  const calls = new Counter({
    ...described(
      register,
      "api_calls_total",
      "Calls to MAX, by method and by HTTP status, or the reason where there was none",
    ),
    labelNames: ["method", "status"] as const,
  });
  const seconds = new Histogram({
    ...described(register, "api_call_seconds", "How long calls to MAX took, long polls included"),
    labelNames: ["method"] as const,
    buckets: DURATIONS,
  });
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
