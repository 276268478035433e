// Why the content file is not what is live, for whoever asks between two changes of it.
import type { ContentHolder } from "./content-holder.ts";

/** In Russian, a line a problem; none while the file is live. */
export function keepLastFaults(content: Pick<ContentHolder, "subscribe">): () => readonly string[] {
  let faults: readonly string[] = [];
  content.subscribe((outcome) => {
    faults = outcome.kind === "rejected" ? outcome.lines : [];
  });
  return () => faults;
}
