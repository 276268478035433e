// Processes that stand still and wake when others have done their work: as a virtual machine that is moved does.
import { setTimeout } from "node:timers/promises";
import type { BotProcess } from "./bot-process.ts";
import { answeredAgain, holds, type Scene, type Trouble } from "./scene.ts";
import { tryToLock } from "./file-troubles.ts";

/** The second process stands still for longer than its lease of the file, the first one takes over, the second wakes. */
export function freezeAndTakeOver(): Trouble {
  return async (scene) => {
    const [next, frozen] = scene.bots;
    if (next === undefined || frozen === undefined) return;
    await answeredAgain(scene, "before the process stands still");
    await freezeBetweenWrites(scene, frozen);
    scene.start(next);
    await answeredAgain(scene, "by the process that takes over");
    frozen.thaw();
    const hasEnded = () => frozen.exitCode() === 2;
    await holds(scene, hasEnded, "the process that lost its lease does not end");
    await answeredAgain(scene, "after the frozen process woke");
  };
}

/** Who is frozen in the middle of a transaction keeps its lock, and then nobody can take the file over. */
async function freezeBetweenWrites({ databaseFile, counts }: Scene, bot: BotProcess) {
  for (;;) {
    bot.freeze();
    await setTimeout(20);
    const unlock = tryToLock(databaseFile);
    unlock?.();
    if (unlock !== undefined) break;
    bot.thaw();
    await setTimeout(7);
  }
  counts.freezes += 1;
}

/** On PostgreSQL: the process that polls stands still for so long at least, and wakes when others have done its work. */
export function freezeLeader(times: number, frozenMs: number): Trouble {
  return async (scene) => {
    for (let count = 0; count < times; count += 1) {
      await answeredAgain(scene, "before the leader stands still");
      const leader = await leaderOf(scene);
      if (leader === undefined) return void scene.broken.push("nobody polls");
      leader.freeze();
      scene.counts.freezes += 1;
      const enough = setTimeout(frozenMs);
      const isFollowed = async () => (await leaderOf(scene, leader)) !== undefined;
      await holds(scene, isFollowed, "nobody polls while the leader stands still");
      await answeredAgain(scene, "while the leader stands still");
      await enough;
      leader.thaw();
    }
    await answeredAgain(scene, "after the leader woke");
  };
}

async function leaderOf({ bots }: Scene, except?: BotProcess): Promise<BotProcess | undefined> {
  const others = bots.filter((bot) => bot !== except);
  const leads = await Promise.all(others.map((bot) => bot.isLeader()));
  return others[leads.indexOf(true)];
}
