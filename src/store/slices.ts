// Long lists part by part: SQLite takes at most 32,766 parameters in one statement.

const SLICE_LENGTH = 500;

/** Runs `run` over the list, 500 items at a time, one after another. */
export async function inSlices<T>(
  items: readonly T[],
  run: (slice: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += SLICE_LENGTH) {
    await run(items.slice(start, start + SLICE_LENGTH));
  }
}
