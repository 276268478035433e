// How MAX and the network fail in a run.
import { setTimeout } from "node:timers/promises";
import type { FaultEffect } from "../../src/preview/world/faults.ts";
import type { Scene, Trouble } from "./scene.ts";

export type FaultKind = "429" | "503" | "html" | "cut" | "cut-after" | "hang";

/** How long a fault waits for somebody to meet it. */
const FAULT_MS = 500;

const EFFECTS: Readonly<Record<FaultKind, FaultEffect>> = {
  "429": { status: 429, body: { code: "too.many.requests", message: "slow down" } },
  "503": { status: 503, body: { code: "service.unavailable", message: "away" } },
  html: { status: 200, body: "<html><body>nginx</body></html>" },
  cut: "cut",
  "cut-after": "cut-after",
  hang: "hang",
};

/** One fault after another, for as long as people ask. */
export async function lie(scene: Scene, kinds: readonly FaultKind[]): Promise<void> {
  const { random, max, counts } = scene;
  const [first, ...rest] = kinds;
  if (first === undefined) return;
  while (scene.isPlaying()) {
    await setTimeout(random.between(150, 600));
    const kind = random.pick([first, ...rest]);
    // A call that hangs takes the bot fifteen seconds, and thirty more before it says the same again.
    if (kind === "hang" && counts.faults > 3) continue;
    const path = random.pick(["/messages", "/messages", "/updates"]);
    if (path === "/updates" && kind === "hang") continue;
    const until = performance.now() + FAULT_MS;
    let isDone = false;
    // What nobody meets in its time is over: otherwise they would pile up while no process is there.
    const meets = (call: { readonly path: string }) => {
      if (isDone || call.path !== path || performance.now() > until) return false;
      isDone = true;
      counts.faults += 1;
      if (path === "/messages" && (kind === "cut-after" || kind === "hang")) counts.unknowable += 1;
      return true;
    };
    max.max.faults.next(meets, EFFECTS[kind]);
  }
}

/** What names a deleted message is refused, now in one way and now in another. */
export function refuseDeleted(times: number): Trouble {
  return async ({ random, max, counts }) => {
    for (let count = 0; count < times; count += 1) {
      max.max.faults.goneMessage = random.pick<400 | 404 | false>([400, 404, false]);
      counts.faults += 1;
      await setTimeout(random.between(300, 1_500));
    }
  };
}

/** MAX processes each file for a while, and refuses until then what sends it, now in one way and now in another. */
export function processFiles(times: number): Trouble {
  return async ({ random, max, counts }) => {
    const { faults } = max.max;
    for (let count = 0; count < times; count += 1) {
      faults.slowUploads = { image: random.between(300, 4_000), file: random.between(300, 4_000) };
      faults.notReady = random.pick<400 | false>([400, false]);
      counts.faults += 1;
      await setTimeout(random.between(300, 1_500));
    }
  };
}
