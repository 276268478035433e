// How much may wait at a time to be stored: a database that stalls must not fill the memory.

/** Of whoever was let in. */
export type Seat = NonNullable<ReturnType<ReturnType<typeof createWaitingRoom>["enter"]>>;

/** So many, and so many bytes of all together. */
export function createWaitingRoom(most: number, mostBytes: number) {
  let waiting = 0;
  let waitingBytes = 0;

  function seatOf(size: number) {
    let bytes = size;
    let reasons = 1;
    function leave(): void {
      reasons -= 1;
      if (reasons > 0) return;
      waiting -= 1;
      waitingBytes -= bytes;
    }
    return {
      /** The size turned out to be another; false where there is no room for that. */
      resize: (to: number) => {
        if (waitingBytes + to - bytes > mostBytes) return false;
        waitingBytes += to - bytes;
        bytes = to;
        return true;
      },
      /** The seat is taken until this has ended, too, however it ends. */
      keepFor: (work: Promise<unknown>) => {
        reasons += 1;
        work.then(leave, leave);
      },
      /** Once. */
      leave,
    };
  }

  return {
    /** Undefined where there is no room. */
    enter: (bytes: number) => {
      if (waiting >= most || waitingBytes + bytes > mostBytes) return undefined;
      waiting += 1;
      waitingBytes += bytes;
      return seatOf(bytes);
    },
  };
}
