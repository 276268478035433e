// The time for everything that waits: it goes on evenly when somebody sets the clock of the machine.

/**
 * Unix milliseconds as the clock of the machine had them when the process started, and what has passed since. A clock
 * that is set back or forward in between neither stalls a queue nor makes yesterday's of what came a minute ago.
 */
export function steadyNow(): number {
  return Math.round(performance.timeOrigin + performance.now());
}
