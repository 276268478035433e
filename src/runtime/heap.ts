// The memory of the process, held down.
import { setFlagsFromString } from "node:v8";

/**
 * Keeps V8 from letting its space for short-lived values grow, to be called before there are many. Building the content
 * makes garbage for which it would take 16 MB twice and never give them back; without them the build takes as long
 * (docs/delivery.md). A Node that does not know the flag goes on as it is.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
