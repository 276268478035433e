// The time, for what was "three minutes ago" a minute ago.
import { useEffect, useState } from "preact/hooks";

const MS_PER_STEP = 10_000;

/** Unix ms. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MS_PER_STEP);
    return () => clearInterval(timer);
  }, []);
  return now;
}
