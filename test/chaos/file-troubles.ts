// What the file of SQLite goes through: a long lock, a full disk, and that it is gone.
import { rename, rm } from "node:fs/promises";
import SqliteFile from "libsql";
import { setTimeout } from "node:timers/promises";
import { answeredAgain, holds, type Trouble } from "./scene.ts";

/** Another program writes to the file of SQLite, again and again for so long. */
export function lockFile(times: number, lockedMs: number): Trouble {
  return async (scene) => {
    for (let count = 0; count < times; count += 1) {
      await answeredAgain(scene, "before the file is locked");
      const unlock = await lock(scene.databaseFile);
      await setTimeout(lockedMs);
      unlock();
    }
    await answeredAgain(scene, "after the file was locked");
  };
}

async function lock(path: string): Promise<() => void> {
  for (;;) {
    const unlock = tryToLock(path);
    if (unlock !== undefined) return unlock;
    await setTimeout(1);
  }
}

/** Waits for nobody: MAX is in this process, and would stand still as well. */
export function tryToLock(path: string): (() => void) | undefined {
  const file = new SqliteFile(path, { timeout: 0 });
  try {
    file.exec("begin immediate");
  } catch {
    file.close();
    return undefined;
  }
  return () => {
    file.exec("rollback");
    file.close();
  };
}

/** Room for the tables and some questions: SQLite writes each into its log of changes. */
const FULL_BLOCKS = 1_000;

/** The disk fills up while people ask, the process is killed on it again and again, and then there is room. */
export function fillDisk(kills: number): Trouble {
  return async (scene) => {
    const [bot] = scene.bots;
    if (bot === undefined) return;
    await answeredAgain(scene, "before the disk is full");
    await bot.terminate();
    for (let count = 0; count < kills; count += 1) {
      scene.start(bot, { fileBlocks: FULL_BLOCKS });
      const isRed = async () => (await bot.probe("/readyz")) === 503 || bot.exitCode() !== undefined;
      await holds(scene, isRed, "the disk is full and the probe calls the bot ready");
      await setTimeout(scene.random.between(0, 1_000));
      await bot.kill();
      scene.counts.kills += 1;
    }
    scene.start(bot);
    await answeredAgain(scene, "after there is room");
  };
}

/**
 * The files are deleted, then moved away. What was in them is lost, and no claim is made of it: promised is that the process
 * does not go on as if they were there, and that what is asked after its next start is answered.
 */
export function loseFiles(): Trouble {
  return async (scene) => {
    const [bot] = scene.bots;
    if (bot === undefined) return;
    const remove = (file: string) => rm(file, { force: true });
    const move = (file: string) => rename(file, `${file}.away`).catch(() => undefined);
    for (const takeAway of [remove, move]) {
      await answeredAgain(scene, "before the files are gone");
      for (const part of ["", "-wal", "-shm"]) await takeAway(`${scene.databaseFile}${part}`);
      const hasEnded = () => bot.exitCode() === 1;
      await holds(scene, hasEnded, "the files are gone and the process goes on");
      scene.replacePeople();
      scene.start(bot);
    }
    await answeredAgain(scene, "after the files are gone");
  };
}
