// The questions that the bot itself finds related to what is open.
import { isEntryView, type Opened } from "./opened.ts";

/** None for what it does not know yet. */
export function neighboursOf({ view }: Opened): readonly string[] {
  return isEntryView(view) ? view.neighbours : [];
}
