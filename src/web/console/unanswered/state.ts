// The list somebody works down: what is shown, what is under way, and what was done and can be taken back.
import type { Pool } from "../../../journal/open-group.ts";
import { signal, type ReadonlySignal } from "@preact/signals";
import type { Done } from "../../../console/api.ts";
import type {
  Hide,
  Pasted,
  Teach,
  UnansweredList,
} from "../../../console/unanswered/unanswered-api.ts";
import type { SaveResult, Undo } from "../../../console/content/content-api.ts";
import { firstList, nextOf, settle, type Shown } from "./group-order.ts";
import type { Answer, Refusal } from "../shell/api-client.ts";
import { createTurns, type PasteTask } from "./turns.ts";
import { BACK_AGAIN, DONE_UNHEARD, IN_CONFLICT } from "./wording.ts";

/** What was done with a group, newest first. */
export interface Action {
  readonly questionId: string;
  readonly pool: Pool;
  readonly text: string;
  readonly message: string;
  readonly now: Extract<SaveResult, { readonly kind: "saved" }>["now"];
  /** Undefined where nothing was written. */
  readonly editId: string | undefined;
  /** Whether it can be taken back. */
  readonly canUndo: boolean;
}

/** What is asked of the server. */
export interface UnansweredCalls {
  list(pool: Pool): Promise<Answer<UnansweredList>>;
  teach(request: Teach): Promise<Answer<SaveResult>>;
  pasted(request: Pasted): Promise<Answer<Done>>;
  hide(request: Hide): Promise<Answer<Done>>;
  unhide(request: Hide): Promise<Answer<Done>>;
  undo(request: Undo): Promise<Answer<SaveResult>>;
}

export interface Ports {
  readonly calls: UnansweredCalls;
  /** A short note; with an action, it can be taken back from there. */
  readonly tell: (message: string, action?: Action) => void;
  readonly tellTrouble: (message: string) => void;
  /** Where somebody has a hand on the list, so that nothing may move. */
  readonly hand: () => Hand;
}

export interface Hand {
  readonly isAtWork: boolean;
  /** The group that has the focus. */
  readonly questionId: string | undefined;
}

export interface Unanswered {
  readonly pool: ReadonlySignal<Pool>;
  /** Undefined until it has come. */
  readonly list: ReadonlySignal<UnansweredList | undefined>;
  readonly groups: ReadonlySignal<readonly Shown[]>;
  /** Why it could not be read anew. */
  readonly trouble: ReadonlySignal<Refusal | undefined>;
  /** The group that is being changed. */
  readonly busyId: ReadonlySignal<string | undefined>;
  readonly actions: ReadonlySignal<readonly Action[]>;
  readonly paste: ReadonlySignal<PasteTask | undefined>;
  /** The group, or "empty", that is to have the focus; taken once. */
  readonly focus: ReadonlySignal<string | undefined>;
  load(): Promise<void>;
  show(pool: Pool): Promise<void>;
  teach(group: Shown, ownerId: string): Promise<void>;
  dismiss(group: Shown): Promise<void>;
  markPasted(): Promise<void>;
  /** False where it was not taken back. */
  undo(action: Action): Promise<boolean>;
  closePaste(): void;
  setFocus(questionId: string | undefined): void;
}

export function createUnanswered(ports: Ports, first: Pool = "unanswered"): Unanswered {
  const { calls, tell, tellTrouble, hand } = ports;
  const turns = createTurns();
  const pool = signal<Pool>(first);
  const list = signal<UnansweredList | undefined>(undefined);
  const groups = signal<readonly Shown[]>([]);
  const trouble = signal<Refusal | undefined>(undefined);
  const actions = signal<readonly Action[]>([]);
  const focus = signal<string | undefined>(undefined);
  let latest = 0;
  let running = Promise.resolve();

  /** Done when the newest list is there, though this one was overtaken. */
  async function load(): Promise<void> {
    latest += 1;
    running = read(latest);
    let awaited: Promise<void>;
    do {
      awaited = running;
      await awaited;
    } while (awaited !== running);
  }

  async function read(nth: number): Promise<void> {
    const answer = await calls.list(pool.value);
    if (nth !== latest) return;
    if (answer.kind === "failed") {
      trouble.value = answer;
      return;
    }
    trouble.value = undefined;
    const isKnown = list.value !== undefined;
    list.value = answer.value;
    const { isAtWork, questionId } = hand();
    const next =
      isKnown && isAtWork
        ? settle(groups.value, answer.value.groups)
        : firstList(answer.value.groups);
    const isLost =
      questionId !== undefined && !next.some((group) => group.questionId === questionId);
    // Somebody else has dealt with it: the focus would fall to nowhere.
    if (isLost && isKnown) focus.value = nextOf(groups.value, questionId) ?? "empty";
    groups.value = next;
  }

  async function show(wanted: Pool): Promise<void> {
    if (wanted === pool.value) return;
    pool.value = wanted;
    list.value = undefined;
    groups.value = [];
    await load();
  }

  const isShown = (questionId: string) =>
    groups.value.some((group) => group.questionId === questionId);

  /** A second tap finds the first one done: then there is nothing to read anew. */
  async function deal({ pool: from, questionId }: Hide, work: () => Promise<void>): Promise<void> {
    const isDone = () =>
      actions.value.some((action) => action.pool === from && action.questionId === questionId);
    let isNew = false;
    await turns.inTurn(questionId, async () => {
      isNew = !isDone();
      if (isNew) await work();
    });
    if (isNew) await load();
  }

  /** Whoever has gone on meanwhile stays there. */
  function isAtHand(questionId: string): boolean {
    const { questionId: focused } = hand();
    return focused === undefined || focused === questionId;
  }

  /** The list is a row shorter at once; what the server says of it follows. */
  function finish(group: Hide & { readonly text: string }, result: Result): void {
    const { questionId, pool: from, text } = group;
    const action: Action = { questionId, pool: from, text, ...result };
    actions.value = [action, ...actions.value.filter((one) => one.questionId !== questionId)];
    // Where the list was read anew meanwhile, the focus has gone on already.
    if (isShown(questionId) && isAtHand(questionId))
      focus.value = nextOf(groups.value, questionId) ?? "empty";
    groups.value = groups.value.filter((one) => one.questionId !== questionId);
    tell(action.message, action);
  }

  function onSaved(request: Teach, text: string, saved: SaveResult): void {
    switch (saved.kind) {
      case "saved": {
        const { message, now, editId } = saved;
        const result = { message, now, editId, canUndo: editId !== undefined };
        return finish({ ...request, text }, result);
      }
      case "read-only":
        return turns.openPaste({ request, message: saved.message, paste: saved.paste });
      case "refused":
        return tellTrouble(saved.message);
      case "conflict":
        tellTrouble(saved.message === "" ? IN_CONFLICT : saved.message);
    }
  }

  async function teach(group: Shown, ownerId: string): Promise<void> {
    const { questionId, text } = group;
    const request: Teach = { pool: pool.value, questionId, ownerId };
    let isUnheard = false;
    await deal(request, async () => {
      const answer = await calls.teach(request);
      if (answer.kind === "ok") return onSaved(request, text, answer.value);
      isUnheard = answer.status === undefined;
      tellTrouble(answer.message);
    });
    const isListed = pool.value === request.pool && trouble.value === undefined;
    if (isUnheard && isListed && !isShown(questionId)) tell(DONE_UNHEARD);
  }

  async function dismiss(group: Shown): Promise<void> {
    const { questionId, text } = group;
    const request: Hide = { pool: pool.value, questionId };
    await deal(request, async () => {
      const answer = await calls.hide(request);
      if (answer.kind === "ok") finish({ ...request, text }, handled(answer.value.message, true));
      else tellTrouble(answer.message);
    });
  }

  async function markPasted(): Promise<void> {
    await turns.endPaste(async (request) => {
      const { questionId } = request;
      const text = groups.value.find((group) => group.questionId === questionId)?.text ?? "";
      const answer = await calls.pasted(request);
      if (answer.kind === "ok") finish({ ...request, text }, handled(answer.value.message, false));
      else tellTrouble(answer.message);
    });
    await load();
  }

  async function undo(action: Action): Promise<boolean> {
    const { questionId } = action;
    await turns.inTurn(questionId, async () => {
      // Taken back by its other button.
      if (!actions.value.includes(action)) return;
      const message = await takeBack(action);
      if (message === undefined) return;
      actions.value = actions.value.filter((one) => one !== action);
      tell(message);
    });
    await load();
    if (isShown(questionId) && isAtHand(questionId)) focus.value = questionId;
    return !actions.value.includes(action);
  }

  /** What is to be said when it is done; undefined where it was not. */
  async function takeBack({ editId, pool: from, questionId }: Action): Promise<string | undefined> {
    if (editId === undefined) {
      const answer = await calls.unhide({ pool: from, questionId });
      if (answer.kind === "ok") return answer.value.message;
      tellTrouble(answer.message);
      return undefined;
    }
    const answer = await calls.undo({ editId });
    if (answer.kind === "failed") {
      tellTrouble(answer.message);
      return undefined;
    }
    const result = answer.value;
    if (result.kind === "saved") return result.message === "" ? BACK_AGAIN : result.message;
    if (result.kind === "read-only")
      turns.openPaste({ request: undefined, message: result.message, paste: result.paste });
    else tellTrouble(result.message);
    return undefined;
  }

  return {
    pool,
    list,
    groups,
    trouble,
    busyId: turns.busyId,
    actions,
    paste: turns.paste,
    focus,
    load,
    show,
    teach,
    dismiss,
    markPasted,
    undo,
    closePaste: () => turns.closePaste(),
    setFocus: (questionId) => {
      focus.value = questionId;
    },
  };
}

type Result = Pick<Action, "message" | "now" | "editId" | "canUndo">;

function handled(message: string, canUndo: boolean): Result {
  return { message, now: undefined, editId: undefined, canUndo };
}
