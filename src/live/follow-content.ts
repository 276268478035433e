// The content files followed: what somebody saves goes into service, what he saves by halves is given time.
import type { ContentHolder, Reload } from "./content-holder.ts";
import { questionsFileBeside } from "./load-questions.ts";
import { watchFiles, type WatchParts } from "./watch.ts";

/** How long after a reading that failed the file is read again. */
const RECHECK_MS = 300;
/** A file that keeps changing and stays invalid is reported after this many readings all the same. */
const MAX_READINGS = 6;

/** Resolves when `signal` is aborted; never rejects because of the file. */
export async function followContent(
  content: ContentHolder,
  { sleep, signal }: Pick<WatchParts, "sleep" | "signal">,
): Promise<void> {
  await watchFiles([content.file, questionsFileBeside(content.file)], {
    sleep,
    signal,
    onChange: async () => (await reloadPatiently()).kind !== "rejected",
  });

  /** An editor that truncates before it writes, or moves the old file away first, is no mistake to report. */
  async function reloadPatiently(): Promise<Reload> {
    let outcome = await content.reload({ isTentative: true });
    for (let readings = 1; outcome.kind === "rejected" && readings < MAX_READINGS; readings += 1) {
      await sleep(RECHECK_MS, signal);
      const again = await content.reload({ isTentative: true });
      if (again.kind === "rejected" && again.lines.join() === outcome.lines.join()) break;
      outcome = again;
    }
    return outcome.kind === "rejected" ? content.reload() : outcome;
  }
}
