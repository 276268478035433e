// What was saved last, in whichever editor it was.
import { signal } from "@preact/signals";
import type { Saved } from "./editor/opened.ts";

export const lastSaved = signal<Saved | undefined>(undefined);
