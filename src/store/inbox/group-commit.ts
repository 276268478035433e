// Puts what comes at about the same time into one transaction: a commit waits for the disk, and a thousand of them in a second would not fit.

interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (reason: unknown) => void;
}

/** The most items of one transaction, so that none of them waits for long. */
const LIMIT = 500;

/**
 * A function that resolves with the result of its item once `commit` has ended for the group it went with, and rejects
 * for all of a group alike. Groups follow one another in the order of the calls. `commit` gives the results in the order
 * of the items.
 */
export function createGroupCommit<T, R>(
  commit: (items: readonly T[]) => Promise<readonly R[]>,
): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.slice(0, LIMIT);
      waiting = waiting.slice(LIMIT);
      try {
        settle(group, await commit(group.map(({ item }) => item)));
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    isRunning = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      // After everything that this turn of the event loop brings.
      setImmediate(() => void run());
    });
}

function settle<T, R>(group: readonly Waiting<T, R>[], results: readonly R[]): void {
  if (results.length !== group.length)
    throw new Error("A group commit gave another number of results than it had items");
  let index = 0;
  for (const result of results) {
    group[index]?.resolve(result);
    index += 1;
  }
}
