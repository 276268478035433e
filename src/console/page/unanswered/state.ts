// The list somebody works down: what is shown, what is under way, and what was done and can be taken back.
import { signal, type ReadonlySignal } from "@preact/signals";
import type { Hide, Pool, SaveResult, Teach, UnansweredList } from "../../api.ts";
import { firstList, nextOf, settle, type Shown } from "./group-order.ts";
import type { UnansweredCalls } from "./calls.ts";
import { BACK_AGAIN, IN_CONFLICT } from "./wording.ts";

/** What was done with a group, newest first. */
export interface Deed {
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

export interface PasteTask {
  /** Undefined where it takes something back. */
  readonly order: Teach | undefined;
  readonly message: string;
  readonly paste: Extract<SaveResult, { readonly kind: "read-only" }>["paste"];
}

export interface Ports {
  readonly calls: UnansweredCalls;
  /** A short note; with a deed, it can be taken back from there. */
  readonly tell: (message: string, deed?: Deed) => void;
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
  readonly trouble: ReadonlySignal<string | undefined>;
  /** The group that is being changed. */
  readonly busyId: ReadonlySignal<string | undefined>;
  readonly deeds: ReadonlySignal<readonly Deed[]>;
  readonly paste: ReadonlySignal<PasteTask | undefined>;
  /** The group, or "empty", that is to have the focus; taken once. */
  readonly focus: ReadonlySignal<string | undefined>;
  load(): Promise<void>;
  show(pool: Pool): Promise<void>;
  teach(group: Shown, ownerId: string): Promise<void>;
  putAside(group: Shown): Promise<void>;
  markPasted(): Promise<void>;
  undo(deed: Deed): Promise<void>;
  closePaste(): void;
  setFocus(questionId: string | undefined): void;
}

export function createUnanswered(ports: Ports, first: Pool = "unanswered"): Unanswered {
  const { calls, tell, tellTrouble, hand } = ports;
  const pool = signal<Pool>(first);
  const list = signal<UnansweredList | undefined>(undefined);
  const groups = signal<readonly Shown[]>([]);
  const trouble = signal<string | undefined>(undefined);
  const busyId = signal<string | undefined>(undefined);
  const deeds = signal<readonly Deed[]>([]);
  const paste = signal<PasteTask | undefined>(undefined);
  const focus = signal<string | undefined>(undefined);
  let latest = 0;
  let running = Promise.resolve();
  let turn = Promise.resolve();

  /** Done when the newest list is there, though this one was overtaken. */
  async function load(): Promise<void> {
    latest += 1;
    const turn = latest;
    running = read(turn);
    let awaited: Promise<void>;
    do {
      awaited = running;
      await awaited;
    } while (awaited !== running);
  }

  async function read(turn: number): Promise<void> {
    const answer = await calls.list(pool.value);
    if (turn !== latest) return;
    if (answer.kind === "failed") {
      trouble.value = answer.message;
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

  /** One after another, so that nothing is lost of what a quick hand does. */
  function inTurn(questionId: string, work: () => Promise<void>): Promise<void> {
    const before = turn;
    turn = (async () => {
      await before.catch(() => undefined);
      busyId.value = questionId;
      try {
        await work();
      } finally {
        busyId.value = undefined;
      }
    })();
    return turn;
  }

  const isShown = (questionId: string) =>
    groups.value.some((group) => group.questionId === questionId);

  /** A second tap finds the first one done: then there is nothing to read anew. */
  async function deal({ questionId }: Shown, work: () => Promise<void>): Promise<void> {
    let isThere = false;
    await inTurn(questionId, async () => {
      isThere = isShown(questionId);
      if (isThere) await work();
    });
    if (isThere) await load();
  }

  /** The list is a row shorter at once; what the server says of it follows. */
  function finish(group: Hide & { readonly text: string }, result: Result): void {
    const { questionId, pool: from, text } = group;
    const deed: Deed = { questionId, pool: from, text, ...result };
    deeds.value = [deed, ...deeds.value.filter((one) => one.questionId !== questionId)];
    // Where the list was read anew meanwhile, the focus has gone on already.
    if (isShown(questionId)) focus.value = nextOf(groups.value, questionId) ?? "empty";
    groups.value = groups.value.filter((one) => one.questionId !== questionId);
    tell(deed.message, deed);
  }

  function onSaved(order: Teach, text: string, saved: SaveResult): void {
    switch (saved.kind) {
      case "saved": {
        const { message, now, editId } = saved;
        const result = { message, now, editId, canUndo: editId !== undefined };
        return finish({ ...order, text }, result);
      }
      case "read-only":
        paste.value = { order, message: saved.message, paste: saved.paste };
        return;
      case "refused":
        return tellTrouble(saved.message);
      case "conflict":
        tellTrouble(saved.message === "" ? IN_CONFLICT : saved.message);
    }
  }

  async function teach(group: Shown, ownerId: string): Promise<void> {
    const { questionId, text } = group;
    const order: Teach = { pool: pool.value, questionId, ownerId };
    await deal(group, async () => {
      const answer = await calls.teach(order);
      if (answer.kind === "ok") onSaved(order, text, answer.value);
      else tellTrouble(answer.message);
    });
  }

  async function putAside(group: Shown): Promise<void> {
    const { questionId, text } = group;
    const order: Hide = { pool: pool.value, questionId };
    await deal(group, async () => {
      const answer = await calls.hide(order);
      if (answer.kind === "ok") finish({ ...order, text }, handled(answer.value.message, true));
      else tellTrouble(answer.message);
    });
  }

  async function markPasted(): Promise<void> {
    const order = paste.value?.order;
    paste.value = undefined;
    if (order === undefined) return;
    const { questionId } = order;
    const text = groups.value.find((group) => group.questionId === questionId)?.text ?? "";
    await inTurn(questionId, async () => {
      const answer = await calls.pasted(order);
      if (answer.kind === "ok") finish({ ...order, text }, handled(answer.value.message, false));
      else tellTrouble(answer.message);
    });
    await load();
  }

  async function undo(deed: Deed): Promise<void> {
    const { questionId } = deed;
    await inTurn(questionId, async () => {
      // Taken back by its other button.
      if (!deeds.value.includes(deed)) return;
      const message = await takeBack(deed);
      if (message === undefined) return;
      deeds.value = deeds.value.filter((one) => one !== deed);
      tell(message);
    });
    await load();
    if (isShown(questionId)) focus.value = questionId;
  }

  /** What is to be said when it is done; undefined where it was not. */
  async function takeBack({ editId, pool: from, questionId }: Deed): Promise<string | undefined> {
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
      paste.value = { order: undefined, message: result.message, paste: result.paste };
    else tellTrouble(result.message);
    return undefined;
  }

  return {
    pool,
    list,
    groups,
    trouble,
    busyId,
    deeds,
    paste,
    focus,
    load,
    show,
    teach,
    putAside,
    markPasted,
    undo,
    closePaste: () => {
      paste.value = undefined;
    },
    setFocus: (questionId) => {
      focus.value = questionId;
    },
  };
}

type Result = Pick<Deed, "message" | "now" | "editId" | "canUndo">;

function handled(message: string, canUndo: boolean): Result {
  return { message, now: undefined, editId: undefined, canUndo };
}
