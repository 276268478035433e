// What a quick hand does, one after another; while the lines of a change are pasted by hand, the next one waits.
import { signal, type ReadonlySignal } from "@preact/signals";
import type { SaveResult } from "../../../console/content/content-api.ts";
import type { Teach } from "../../../console/unanswered/unanswered-api.ts";

export interface PasteTask {
  /** Undefined where it takes something back. */
  readonly request: Teach | undefined;
  readonly message: string;
  readonly paste: Extract<SaveResult, { readonly kind: "read-only" }>["paste"];
}

export interface Turns {
  /** The group that is being changed. */
  readonly busyId: ReadonlySignal<string | undefined>;
  /** The lines that are to be pasted. */
  readonly paste: ReadonlySignal<PasteTask | undefined>;
  /** Runs the work when what was ordered before is done. */
  inTurn(questionId: string, work: () => Promise<void>): Promise<void>;
  /** From within work: the lines that come of the next one depend on these being in the file. */
  openPaste(task: PasteTask): void;
  closePaste(): void;
  /** The lines are in the file: runs the work, which says so to the server, before the next one. */
  endPaste(work: (request: Teach) => Promise<void>): Promise<void>;
}

export function createTurns(): Turns {
  const busyId = signal<string | undefined>(undefined);
  const paste = signal<PasteTask | undefined>(undefined);
  let turn = Promise.resolve();
  let pasting = Promise.resolve();
  let goOn = () => {};

  async function busyWith(questionId: string, work: () => Promise<void>): Promise<void> {
    busyId.value = questionId;
    try {
      await work();
    } finally {
      busyId.value = undefined;
    }
  }

  return {
    busyId,
    paste,
    inTurn: (questionId, work) => {
      const before = turn;
      turn = (async () => {
        await before.catch(() => undefined);
        await pasting;
        await busyWith(questionId, work);
      })();
      return turn;
    },
    openPaste: (task) => {
      paste.value = task;
      pasting = new Promise((resolve) => {
        goOn = resolve;
      });
    },
    closePaste: () => {
      paste.value = undefined;
      goOn();
    },
    endPaste: async (work) => {
      const request = paste.value?.request;
      paste.value = undefined;
      try {
        if (request !== undefined) await busyWith(request.questionId, () => work(request));
      } finally {
        goOn();
      }
    },
  };
}
