// What is broken in which run.
import type { Scenario } from "./scenario.ts";

export const SCENARIOS: readonly Scenario[] = [
  {
    name: "polling, SQLite: killed, the network fails in five ways, the clock jumps",
    transport: "polling",
    replicas: 1,
    ending: "kill",
    endings: 30,
    faults: ["429", "503", "html", "cut", "cut-after"],
    hasClockSteps: true,
  },
  {
    name: "webhook, SQLite: killed, every delivery comes twice",
    transport: "webhook",
    replicas: 1,
    ending: "kill",
    endings: 30,
    faults: ["503", "cut"],
    duplicates: true,
  },
  {
    name: "polling, PostgreSQL: one of two killed at random, MAX hangs",
    transport: "polling",
    replicas: 2,
    ending: "kill",
    endings: 22,
    faults: ["429", "html", "hang"],
    databaseRestarts: 0,
  },
  {
    name: "webhook, PostgreSQL: one of two killed at random, the database restarted and killed",
    transport: "webhook",
    replicas: 2,
    ending: "kill",
    endings: 22,
    faults: ["503"],
    databaseRestarts: 3,
  },
  {
    name: "polling and webhook in turn, SQLite: orderly restarts",
    transport: "switching",
    replicas: 1,
    ending: "terminate",
    endings: 8,
    faults: [],
  },
];
