// What could not be had is asked for again by itself, ever less often.
import { useEffect, useRef } from "preact/hooks";
import type { Refusal } from "./read-answer.ts";

const FIRST_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 60_000;

/** `failure` is another one each time, and undefined as soon as there is an answer. */
export function useRetry(failure: Refusal | undefined, again: () => unknown): void {
  const pauseMs = useRef(FIRST_PAUSE_MS);
  useEffect(() => {
    if (failure === undefined) pauseMs.current = FIRST_PAUSE_MS;
    if (failure === undefined || !isPassing(failure)) return;
    const timer = setTimeout(again, pauseMs.current);
    pauseMs.current = Math.min(pauseMs.current * 2, LONGEST_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [failure]);
}

/** A refusal of the question itself stays one. */
function isPassing({ status }: Refusal): boolean {
  return status === undefined || status >= 500;
}
