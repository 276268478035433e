// Watches files by asking for their state: works where file events do not reach.
import { stat } from "node:fs/promises";

export interface WatchParts {
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
  /** A file may have changed. Says whether all is well with them; otherwise it is called again in a while. */
  readonly onChange: () => Promise<boolean>;
}

const POLL_MS = 250;
/** A file that did not change for so long is taken to be written. */
const SETTLE_MS = 100;
/** A file that never rests is read all the same. */
const MAX_SETTLES = 4;
/**
 * Polls until a second look. Clocks of file systems are coarse (2 s on FAT), so that a change right after another
 * may leave no trace but in the content.
 */
const SECOND_LOOK_POLLS = 12;

/** Calls `onChange` once at the start, then after each change, one call at a time; resolves when aborted. */
export async function watchFiles(
  files: readonly string[],
  { sleep, signal, onChange }: WatchParts,
): Promise<void> {
  let seen: string | undefined;
  let pollsToLook = 0;
  while (!signal.aborted) {
    const state = await stateOf(files);
    pollsToLook -= 1;
    if (state !== seen || pollsToLook === 0) {
      const isChanged = state !== seen;
      // The state from before the reading: what is written during it counts as another change.
      seen = isChanged ? await settled(files, state, { sleep, signal }) : state;
      const isWell = await onChange();
      if (isChanged || !isWell) pollsToLook = SECOND_LOOK_POLLS;
    }
    await sleep(POLL_MS, signal);
  }
}

async function settled(
  files: readonly string[],
  first: string,
  { sleep, signal }: Pick<WatchParts, "sleep" | "signal">,
): Promise<string> {
  let state = first;
  for (let settles = 0; settles < MAX_SETTLES; settles += 1) {
    await sleep(SETTLE_MS, signal);
    const now = await stateOf(files);
    if (now === state) break;
    state = now;
  }
  return state;
}

async function stateOf(files: readonly string[]): Promise<string> {
  return (await Promise.all(files.map(stateOfOne))).join("\n");
}

/**
 * What tells two states of a file apart. A link is followed to its end, so that a link that is set to another
 * folder (Kubernetes) shows; the time of the last change of the inode cannot be set back, as that of the content.
 */
async function stateOfOne(file: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(" ");
  } catch (error) {
    // Missing for a moment, no handle left, a network that is away: a state like others, and the next poll tells.
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}
