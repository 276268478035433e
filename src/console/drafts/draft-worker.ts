// Where drafts are tried: a thread that is started when it is needed, and let go of when it is not.
import type { Worker } from "node:worker_threads";
import { OutsideError } from "../../runtime/errors.ts";
import { startThread } from "../../runtime/thread.ts";
import type { DraftDone, DraftRequest } from "./draft-thread.ts";
import type { DraftJob, DraftOutcome } from "./draft-jobs.ts";

export interface DraftWorker {
  /** Jobs are done one after another. Rejects because of a bug, or when the thread had to be ended. */
  run(job: DraftJob): Promise<DraftOutcome | { readonly kind: "busy" }>;
  close(): Promise<void>;
}

/** More at once is no person. */
const MAX_WAITING = 20;
/** The thread with its contents takes more memory than the bot. */
const IDLE_MS = 300_000;
/** Room for contents of a thousand entries. A small young generation keeps the process smaller. */
const LIMITS = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 };

interface Waiting {
  readonly resolve: (outcome: DraftOutcome) => void;
  readonly reject: (error: unknown) => void;
}

export function createDraftWorker(idleMs = IDLE_MS): DraftWorker {
  let isClosed = false;
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  async function end(reason: unknown): Promise<void> {
    clearTimeout(idle);
    const ended = thread;
    thread = undefined;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
    await ended?.terminate();
  }

  function settle(answer: DraftDone): void {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.kind === "done") asked?.resolve(answer.outcome);
    else asked?.reject(answer.error);
    if (waiting.size === 0) idle = setTimeout(() => void end(undefined), idleMs).unref();
  }

  function started(): Worker {
    const worker = startThread(import.meta.url, "draft-thread", LIMITS);
    worker.on("message", settle);
    worker.on("error", (error) => {
      if (worker === thread) void end(error);
    });
    return worker;
  }

  return {
    run: async (job) => {
      if (isClosed) throw stopping();
      if (waiting.size >= MAX_WAITING) return { kind: "busy" };
      const request: DraftRequest = { id: (lastId += 1), job };
      return new Promise((resolve, reject) => {
        thread ??= started();
        thread.postMessage(request, []);
        // Either may throw: nobody would ever answer a job that was not handed over.
        waiting.set(request.id, { resolve, reject });
        clearTimeout(idle);
      });
    },
    close: () => {
      isClosed = true;
      return end(stopping());
    },
  };
}

function stopping(): OutsideError {
  return new OutsideError("Trying a draft: the program stops", { isRetryable: true });
}
