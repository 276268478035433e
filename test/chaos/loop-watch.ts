// Loaded into every process of a run: tells its longest wait for its own event loop.

/** How often the loop is asked to come round: a fiftieth of what is too long, since to ask takes its time. */
const STEP_MS = 50;

/**
 * Begins with the first call to MAX, when the program has started. Neither counts what a process missed while it was
 * stopped (the signal that lets it go on is heard before the immediate runs) nor the time in which the processors had others to
 * run, which Linux tells of the main thread, in nanoseconds.
 */
const WATCH = `
import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
let [last, longest, wokenAt] = [undefined, 0, -1];
function queuedMs() {
  try { return Number(readFileSync("/proc/self/schedstat", "latin1").split(" ")[1]) / 1e6; } catch { return 0; }
}
function look() {
  const from = last;
  last = { at: performance.now(), queuedMs: queuedMs() };
  const late = Math.round(last.at - from.at - (last.queuedMs - from.queuedMs) - ${STEP_MS});
  setImmediate(() => {
    if (late <= longest || wokenAt > from.at || !process.connected) return;
    longest = late;
    process.send(late);
  });
}
process.on("SIGCONT", () => { wokenAt = performance.now(); });
subscribe("undici:request:create", () => {
  if (last !== undefined) return;
  last = { at: performance.now(), queuedMs: queuedMs() };
  setInterval(look, ${STEP_MS}).unref();
});`;

/** Options of Node; the process sends each new longest wait to its parent, in milliseconds. */
export const LOOP_WATCH: readonly string[] = ["--import", `data:text/javascript,${encodeURIComponent(WATCH)}`];
