// The content files followed: what somebody saves goes into service, what is saved by halves is given time.
import type { ContentHolder, Reload } from "./content-holder.ts";
import { questionsFileBeside } from "./load-faq.ts";
import { stat } from "node:fs/promises";

/** How long after a reading that failed the file is read again. */
const RECHECK_MS = 300;
/** A file that keeps changing and stays invalid is reported after this many readings all the same. */
const MAX_READINGS = 6;

/** Resolves when `signal` is aborted; never rejects because of the file. */
export async function followContent(
  content: ContentHolder,
  { sleep, signal }: Pick<WatchParts, "sleep" | "signal">,
): Promise<void> {
  await watchFiles([content.file, questionsFileBeside(content.file)], {
    sleep,
    signal,
    onChange: async () => (await reloadPatiently()).kind !== "rejected",
  });

  /** An editor that truncates before it writes, or moves the old file away first, is no mistake to report. */
  async function reloadPatiently(): Promise<Reload> {
    let outcome = await content.reload({ isTentative: true });
    for (let readings = 1; outcome.kind === "rejected" && readings < MAX_READINGS; readings += 1) {
      await sleep(RECHECK_MS, signal);
      const again = await content.reload({ isTentative: true });
      if (again.kind === "rejected" && again.lines.join() === outcome.lines.join()) break;
      outcome = again;
    }
    return outcome.kind === "rejected" ? content.reload() : outcome;
  }
}

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

/**
 * Asks for the state of the files, which works where file events do not reach. Calls `onChange` once at the start, then
 * after each change, one call at a time; resolves when aborted.
 */
export async function watchFiles(files: readonly string[], { sleep, signal, onChange }: WatchParts): Promise<void> {
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
