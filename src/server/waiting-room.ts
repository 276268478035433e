// How much may wait at a time to be stored: a database that stalls must not fill the memory.

/** Of whoever was let in. */
export interface Seat {
  /** The size turned out to be another; false where there is no room for that. */
  readonly resize: (bytes: number) => boolean;
  /** The seat is taken until this has ended, too, however it ends. */
  readonly keepFor: (work: Promise<unknown>) => void;
  /** Once. */
  readonly leave: () => void;
}

export interface WaitingRoom {
  /** Undefined where there is no room. */
  readonly enter: (bytes: number) => Seat | undefined;
}

export interface Bounds {
  readonly most: number;
  /** All together. */
  readonly mostBytes: number;
}

export function createWaitingRoom({ most, mostBytes }: Bounds): WaitingRoom {
  let waiting = 0;
  let waitingBytes = 0;

  function seatOf(size: number): Seat {
    let bytes = size;
    let reasons = 1;
    function leave(): void {
      reasons -= 1;
      if (reasons > 0) return;
      waiting -= 1;
      waitingBytes -= bytes;
    }
    return {
      resize: (to) => {
        if (waitingBytes + to - bytes > mostBytes) return false;
        waitingBytes += to - bytes;
        bytes = to;
        return true;
      },
      keepFor: (work) => {
        reasons += 1;
        work.then(leave, leave);
      },
      leave,
    };
  }

  return {
    enter: (bytes) => {
      if (waiting >= most || waitingBytes + bytes > mostBytes) return undefined;
      waiting += 1;
      waitingBytes += bytes;
      return seatOf(bytes);
    },
  };
}
