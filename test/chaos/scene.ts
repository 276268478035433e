// What is on the stage of a run: the people who ask, the processes that answer, and what has gone wrong so far.
import { setTimeout } from "node:timers/promises";
import type { Preview } from "../../src/preview/preview.ts";
import type { PostgresServer } from "../support/database/postgres.ts";
import type { BotProcess, HowToStart } from "./bot-process.ts";
import { answeredBy, ask } from "./ledger.ts";
import type { Asker } from "./people.ts";
import type { Random } from "./random.ts";

export interface Scene {
  readonly random: Random;
  readonly max: Preview;
  readonly postgres: PostgresServer | undefined;
  readonly bots: readonly BotProcess[];
  readonly askers: readonly Asker[];
  readonly counts: Counts;
  /** What was promised and did not hold, in words, beside what the account shows. */
  readonly broken: string[];
  /** Of SQLite. */
  readonly databaseFile: string;
  isPlaying(): boolean;
  /** With the transport and the clock of the scenario. */
  start(bot: BotProcess, how?: HowToStart): void;
  /** Others ask from here on; what was asked before is not in the account. */
  replacePeople(): void;
}

export interface Counts {
  kills: number;
  /** Times that a process stood still for longer than others wait for it. */
  freezes: number;
  faults: number;
  /** Faults after which MAX had done what was asked, and the bot could not know. */
  unknowable: number;
}

/** Something that goes wrong while people ask; they stop when all of it is over. */
export type Trouble = (scene: Scene) => Promise<void>;

/** Asks again when answered, or while the answer is under way where MAX promises the order. */
export async function converse(scene: Scene, asker: Asker, mayRunAhead: boolean): Promise<void> {
  while (scene.isPlaying() && asker.asked < asker.most) {
    await setTimeout(scene.random.between(20, 250));
    const open = asker.asked - answeredBy(asker);
    if (scene.isPlaying() && open < (mayRunAhead ? 4 : 1)) ask(asker);
  }
}

/** How long anything may take that has to come by itself. */
const PATIENCE_MS = 60_000;

/** Waits for as many more answers as there are people. */
export async function answeredAgain(scene: Scene, when: string): Promise<void> {
  const answered = () => scene.askers.reduce((sum, asker) => sum + answeredBy(asker), 0);
  const enough = answered() + scene.askers.length;
  await holds(scene, () => answered() >= enough, `nobody is answered ${when}`);
}

/** Waits until it is so, and notes what is broken when that takes too long. */
export async function holds(scene: Scene, isSo: () => boolean | Promise<boolean>, otherwise: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) return void scene.broken.push(otherwise);
    await setTimeout(50);
  }
}
