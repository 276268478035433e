// Asks the server what saving would do, a moment after the last letter; only the latest answer counts.
import { signal, type ReadonlySignal } from "@preact/signals";
import type { DraftResult, Edit } from "../../../../console/content/content-api.ts";
import { sameValue } from "../../drafts/tidy-edit.ts";
import type { Answer } from "../../shell/api-client.ts";

export type CheckState =
  /** Nothing would change. */
  | { readonly kind: "idle" }
  /** Of what was written before: it stays in sight meanwhile. */
  | { readonly kind: "checking"; readonly last: DraftResult | undefined }
  | { readonly kind: "failed"; readonly message: string }
  /** `edit`: what was asked of. */
  | { readonly kind: "checked"; readonly result: DraftResult; readonly edit: Edit };

export interface Check {
  readonly state: ReadonlySignal<CheckState>;
  /** Undefined for nothing to check. */
  ask(edit: Edit | undefined): void;
  /** Of what was asked last, without waiting for more letters; where something else is asked meanwhile, how that stands. */
  now(): Promise<CheckState>;
  stop(): void;
}

/** Long enough to type on, short enough to be seen as an answer. */
export const PAUSE_MS = 600;

export function createCheck(post: (edit: Edit) => Promise<Answer<DraftResult>>): Check {
  const state = signal<CheckState>({ kind: "idle" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: Edit | undefined;
  let turn = 0;
  let running: Promise<CheckState> | undefined;

  const checking = (): CheckState => ({ kind: "checking", last: resultOf(state.value) });

  async function run(edit: Edit): Promise<CheckState> {
    turn += 1;
    const own = turn;
    const answer = await post(edit);
    const next: CheckState =
      answer.kind === "failed"
        ? { kind: "failed", message: answer.message }
        : { kind: "checked", result: answer.value, edit };
    if (own !== turn) return state.value;
    state.value = next;
    running = undefined;
    return next;
  }

  function begin(edit: Edit): Promise<CheckState> {
    clearTimeout(timer);
    timer = undefined;
    running = run(edit);
    return running;
  }

  async function now(): Promise<CheckState> {
    const asked = latest;
    if (asked === undefined || state.value.kind === "checked") return state.value;
    state.value = checking();
    const next = await (running ?? begin(asked));
    // Asked anew since the content has changed: what is written has not.
    return next.kind === "checking" && sameValue(latest, asked) ? now() : next;
  }

  return {
    state,
    ask: (edit) => {
      clearTimeout(timer);
      turn += 1;
      running = undefined;
      latest = edit;
      state.value = edit === undefined ? { kind: "idle" } : checking();
      if (edit !== undefined) timer = setTimeout(() => void begin(edit), PAUSE_MS);
    },
    now,
    stop: () => {
      clearTimeout(timer);
      turn += 1;
      latest = undefined;
    },
  };
}

/** What the server said last, of what is written now or was a moment ago. */
export function resultOf(state: CheckState): DraftResult | undefined {
  switch (state.kind) {
    case "checked":
      return state.result;
    case "checking":
      return state.last;
    case "idle":
    case "failed":
      return undefined;
  }
}
