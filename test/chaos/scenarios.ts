// What is broken in which run.
import { fillDisk, lockFile, loseFiles } from "./file-troubles.ts";
import { freezeAndTakeOver, freezeLeader } from "./freeze.ts";
import { fillJournal, openLists } from "./hostile-questions.ts";
import { processFiles, refuseDeleted } from "./network.ts";
import { classChats, parentsAndAdmins, parentsAndTeacher } from "./people.ts";
import type { Scenario } from "./scenario.ts";
import { endProcesses, restartDatabase } from "./troubles.ts";

export const SCENARIOS: readonly Scenario[] = [
  {
    name: "polling, SQLite: killed, the network fails in five ways, the clock jumps",
    database: "SQLite",
    transport: "polling",
    replicas: 1,
    troubles: [endProcesses("kill", 5)],
    faults: ["429", "503", "html", "cut", "cut-after"],
    hasClockSteps: true,
  },
  {
    name: "webhook, SQLite: killed, every delivery comes twice",
    database: "SQLite",
    transport: "webhook",
    replicas: 1,
    troubles: [endProcesses("kill", 5)],
    faults: ["503", "cut"],
    duplicates: true,
  },
  {
    name: "polling, PostgreSQL: one of two killed at random, MAX hangs",
    database: "PostgreSQL",
    transport: "polling",
    replicas: 2,
    troubles: [endProcesses("kill", 5)],
    faults: ["429", "html", "hang"],
  },
  {
    name: "webhook, PostgreSQL: one of two killed at random, the database restarted and killed",
    database: "PostgreSQL",
    transport: "webhook",
    replicas: 2,
    troubles: [endProcesses("kill", 4), restartDatabase(2)],
    faults: ["503"],
  },
  {
    name: "polling and webhook in turn, SQLite: orderly restarts",
    database: "SQLite",
    transport: "switching",
    replicas: 1,
    troubles: [endProcesses("terminate", 3)],
    faults: [],
  },
  {
    name: "polling, SQLite: another program locks the file for 12 s",
    database: "SQLite",
    transport: "polling",
    replicas: 1,
    troubles: [lockFile(1, 12_000)],
    faults: [],
  },
  {
    name: "polling, SQLite: killed again and again while the disk is full",
    database: "SQLite",
    transport: "polling",
    replicas: 1,
    troubles: [fillDisk(2)],
    faults: [],
  },
  {
    name: "polling, SQLite: class chats, whose questions are deleted when they are asked; killed",
    database: "SQLite",
    transport: "polling",
    replicas: 1,
    people: classChats,
    troubles: [endProcesses("kill", 4), refuseDeleted(10)],
    faults: ["503"],
  },
  {
    name: "polling, SQLite: posters and figures, which MAX still processes; killed",
    database: "SQLite",
    transport: "polling",
    replicas: 1,
    people: parentsAndAdmins,
    troubles: [endProcesses("kill", 3), processFiles(8)],
    faults: ["503"],
  },
  {
    name: "polling, SQLite: lists of 600 hostile questions are opened",
    database: "SQLite",
    transport: "polling",
    replicas: 1,
    people: parentsAndTeacher,
    prepare: fillJournal,
    troubles: [openLists(3)],
    faults: [],
  },
  {
    name: "polling, SQLite: the files are deleted, and moved away",
    database: "SQLite",
    transport: "polling",
    replicas: 1,
    troubles: [loseFiles()],
    faults: [],
  },
  {
    name: "polling, SQLite: frozen for longer than its lease, a second one takes over",
    database: "SQLite",
    transport: "polling",
    replicas: 2,
    reserves: 1,
    troubles: [freezeAndTakeOver()],
    faults: [],
  },
  {
    name: "polling, PostgreSQL: of three the one that polls is frozen",
    database: "PostgreSQL",
    transport: "polling",
    replicas: 3,
    troubles: [freezeLeader(1, 20_000)],
    faults: [],
  },
];
