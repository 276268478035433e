// The thread in which drafts are built and tried, so that nobody who asks the bot waits for it.
import { parentPort } from "node:worker_threads";
import { applyEdits } from "./apply-edits.ts";
import { createDraftContents } from "./draft-contents.ts";
import { doDraftJob, type DraftJob, type DraftOutcome } from "./draft-jobs.ts";

export interface DraftRequest {
  readonly id: number;
  readonly job: DraftJob;
}

export type DraftDone = { readonly id: number } & (
  | { readonly kind: "done"; readonly outcome: DraftOutcome }
  /** A bug. */
  | { readonly kind: "failed"; readonly error: unknown }
);

const contentOf = createDraftContents(applyEdits);

parentPort?.on("message", ({ id, job }: DraftRequest) => {
  parentPort?.postMessage(done(id, job), []);
});

function done(id: number, job: DraftJob): DraftDone {
  try {
    return { id, kind: "done", outcome: doDraftJob(job, contentOf) };
  } catch (error) {
    return { id, kind: "failed", error };
  }
}
