// The longest time for which nothing else is done in this thread.

/** Looks in at every turn of the event loop. */
export function watchPauses() {
  const began = performance.now();
  let last = began;
  let longestMs = 0;
  let next = setImmediate(look);

  function look(): void {
    note();
    next = setImmediate(look);
  }

  function note(): void {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last);
    last = now;
  }

  return {
    end: () => {
      note();
      clearImmediate(next);
      return { wholeMs: last - began, longestMs };
    },
  };
}
