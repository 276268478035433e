// What is on the stage of a run: the people who ask, the processes that answer, and what has gone wrong so far.
import { setTimeout } from "node:timers/promises";
import type { Preview } from "../../src/preview/preview.ts";
import type { PostgresServer } from "../support/database/postgres.ts";
import type { BotProcess } from "./bot-process.ts";
import { answeredBy, ask, type Asker } from "./ledger.ts";
import type { Random } from "./random.ts";

export interface Scene {
  readonly random: Random;
  readonly max: Preview;
  readonly postgres: PostgresServer | undefined;
  readonly bots: readonly BotProcess[];
  readonly askers: readonly Asker[];
  readonly counts: Counts;
  isPlaying(): boolean;
  /** With the transport and the clock of the scenario. */
  start(bot: BotProcess): void;
}

export interface Counts {
  kills: number;
  faults: number;
  /** Faults after which MAX had done what was asked, and the bot could not know. */
  unknowable: number;
}

/** Something that goes wrong while people ask; they stop when all of it is over. */
export type Trouble = (scene: Scene) => Promise<void>;

/** Asks again when answered, or while the answer is under way where MAX promises the order. */
export async function converse(scene: Scene, asker: Asker, mayRunAhead: boolean): Promise<void> {
  while (scene.isPlaying()) {
    await setTimeout(scene.random.between(20, 250));
    const open = asker.asked - answeredBy(asker);
    if (scene.isPlaying() && open < (mayRunAhead ? 4 : 1)) ask(asker);
  }
}
