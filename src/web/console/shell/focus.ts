// Whether somebody has gone from one page to another: the first one leaves the focus where the browser has it.
import { signal } from "@preact/signals";

export const hasMoved = signal(false);
