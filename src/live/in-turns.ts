// Long work beside other work: a turn of it, then whoever waits.
import { setImmediate } from "node:timers/promises";
import type { Steps } from "../search/steps.ts";

/** Somebody who writes meanwhile is answered after some turns: together they are not felt. */
const TURN_MS = 15;

/** Rejects with what the work throws. A step that takes longer than a turn is not broken off. */
export async function inTurns<Result>(steps: Steps<Result>, turnMs = TURN_MS): Promise<Result> {
  for (;;) {
    const endsAt = performance.now() + turnMs;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < endsAt);
    await setImmediate();
  }
}
