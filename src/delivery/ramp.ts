// How many chats are handled side by side by a process that has just begun: few, until it has shown that it lives.

/** After so many attempts that came to an end one more chat is handled beside the others … */
const ENDS_FOR_ONE_MORE = 4;
/** … and after so long, so that one that hangs holds up nobody for long. */
export const RAMP_STEP_MS = 1_000;

/**
 * What was said to MAX and is not noted yet when a process is killed is said again by the next one. Where processes die
 * one after another soon after their start, a backlog of many chats would be answered anew by each of them.
 */
export function createRamp(most: number, now: () => number) {
  let startedAt = now();
  let ends = 0;
  return {
    /** Begins to count the time. */
    start: () => {
      startedAt = now();
    },
    limit: () => {
      const steps = ends / ENDS_FOR_ONE_MORE + (now() - startedAt) / RAMP_STEP_MS;
      return Math.min(most, 1 + Math.floor(steps));
    },
    /** An attempt has ended. */
    count: () => {
      ends += 1;
    },
  };
}
