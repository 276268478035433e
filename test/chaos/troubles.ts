// What processes and databases go through: killed, ended, restarted, at moments that nobody knows.
import { setTimeout } from "node:timers/promises";
import type { Scene, Trouble } from "./scene.ts";

/** How long a process may take until it asks MAX who it is, on a machine that has much else to do. */
export const LONGEST_START_MS = 20_000;
/** On such a machine fewer processes end: MAX would give up what nobody took in all that time. */
const LONGEST_MS = 25_000;

/** One process after another ends, chosen by chance, and is started again: at any moment, or as a service manager ends it. */
export function endProcesses(ending: "kill" | "terminate", times: number): Trouble {
  return async (scene) => {
    const { random, bots, counts } = scene;
    const deadline = performance.now() + LONGEST_MS;
    for (let count = 0; count < times && performance.now() < deadline; count += 1) {
      await momentToEnd(scene, ending === "kill" ? 1_000 : 3_000);
      const bot = bots[random.between(0, bots.length - 1)];
      if (bot === undefined) continue;
      await (ending === "kill" ? bot.kill() : bot.terminate());
      if (ending === "kill") counts.kills += 1;
      if (random.next() < 0.3) await setTimeout(random.between(0, 400));
      scene.start(bot);
    }
  };
}

/** Now and then while a process starts, else when one has found MAX, or a little later. */
async function momentToEnd({ random, max }: Scene, laterMs: number): Promise<void> {
  if (random.next() < 0.2) {
    await setTimeout(random.between(50, 700));
    return;
  }
  const introductions = () => max.max.calls.filter(({ path }) => path === "/me").length;
  const [before, deadline] = [introductions(), performance.now() + LONGEST_START_MS];
  while (introductions() === before && performance.now() < deadline) await setTimeout(20);
  await setTimeout(random.between(0, laterMs));
}

/** PostgreSQL is restarted and killed in turn. */
export function restartDatabase(times: number): Trouble {
  return async ({ random, postgres }) => {
    for (let count = 0; count < times; count += 1) {
      await setTimeout(random.between(2_000, 4_000));
      await (count % 2 === 0 ? postgres?.stop() : postgres?.kill());
      await setTimeout(random.between(0, 1_000));
      await postgres?.start();
    }
  };
}
