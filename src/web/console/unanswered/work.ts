// What is done with the groups of the list, one after another, and taken back.
import { signal, type ReadonlySignal } from "@preact/signals";
import type { Done } from "../../../console/api.ts";
import type { SaveResult, Undo } from "../../../console/content/content-api.ts";
import type { Hide, Teach } from "../../../console/unanswered/unanswered-api.ts";
import type { Answer } from "../shell/api-client.ts";

type Saved = Extract<SaveResult, { readonly kind: "saved" }>;
type ReadOnly = Extract<SaveResult, { readonly kind: "read-only" }>;

/** A group of one of the lists, by the question that names it. */
export interface Named extends Hide {
  readonly text: string;
}

export interface Action extends Named {
  readonly message: string;
  readonly now?: Saved["now"];
  /** Of what was written into the file. */
  readonly editId?: string | undefined;
  /** Whether it can be taken back. */
  readonly canUndo: boolean;
}

/** Lines that somebody writes into the file by hand: until that is done, nothing else is. */
export interface PasteTask {
  readonly result: ReadOnly;
  readonly close: (isPasted: boolean) => void;
  /** Whether the program wants to know that it was done. */
  readonly isAsked: boolean;
}

export interface Ports {
  readonly post: <T>(path: string, body: unknown) => Promise<Answer<T>>;
  /** A short note; with an action, it can be taken back from there. */
  readonly tell: (message: string, action?: Action) => void;
  readonly tellTrouble: (message: string) => void;
  readonly onDone: (action: Action) => void;
  readonly onBack: (action: Action) => void;
  /** Called after everything that was asked of the server. */
  readonly reload: () => void;
}

export interface Work {
  /** The groups that are being changed, or will be next. */
  readonly busy: ReadonlySignal<readonly string[]>;
  /** What was done, newest first. */
  readonly actions: ReadonlySignal<readonly Action[]>;
  readonly paste: ReadonlySignal<PasteTask | undefined>;
  teach(group: Named, ownerId: string): Promise<void>;
  dismiss(group: Named): Promise<void>;
  /** False where it was not taken back. */
  undo(action: Action): Promise<boolean>;
}

export function createWork({ post, tell, tellTrouble, onDone, onBack, reload }: Ports): Work {
  const busy = signal<readonly string[]>([]);
  const actions = signal<readonly Action[]>([]);
  const paste = signal<PasteTask | undefined>(undefined);
  let turn = Promise.resolve();

  /** A second tap on the same finds the first one under way. */
  async function deal(questionId: string, work: () => Promise<void>): Promise<void> {
    if (busy.value.includes(questionId)) return;
    busy.value = [...busy.value, questionId];
    const before = turn;
    turn = (async () => {
      await before.catch(() => undefined);
      await work();
    })();
    await turn.finally(() => {
      busy.value = busy.value.filter((one) => one !== questionId);
      reload();
    });
  }

  /** Undefined where it was not to be had, and that is said. */
  async function ask<T>(path: string, body: unknown): Promise<T | undefined> {
    const answer = await post<T>(path, body);
    if (answer.kind === "ok") return answer.value;
    tellTrouble(answer.message);
    return undefined;
  }

  /** Whether somebody says that the lines are in the file. */
  function pasted(result: ReadOnly, isAsked: boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const close = (isPasted: boolean) => {
        paste.value = undefined;
        resolve(isPasted);
      };
      paste.value = { result, close, isAsked };
    });
  }

  function finish(action: Action): void {
    const others = actions.value.filter((one) => one.questionId !== action.questionId);
    actions.value = [action, ...others];
    tell(action.message, action);
    onDone(action);
  }

  async function teach(group: Named, request: Teach): Promise<void> {
    const result = await ask<SaveResult>("unanswered/teach", request);
    if (result?.kind === "saved") {
      const { message, now, editId } = result;
      finish({ ...group, message, editId, canUndo: editId !== undefined, ...(now && { now }) });
    } else if (result?.kind === "read-only") {
      if (!(await pasted(result, true))) return;
      const done = await ask<Done>("unanswered/pasted", request);
      if (done !== undefined) finish({ ...group, ...done, canUndo: false });
    } else if (result !== undefined) {
      tellTrouble(
        result.message === ""
          ? "Файл содержания только что изменился. Обновите список и попробуйте ещё раз."
          : result.message,
      );
    }
  }

  /** What is to be said when it is done; undefined where it was not. */
  async function takeBack({ editId, pool, questionId }: Action): Promise<string | undefined> {
    if (editId === undefined) {
      const hidden: Hide = { pool, questionId };
      return (await ask<Done>("unanswered/unhide", hidden))?.message;
    }
    const edit: Undo = { editId };
    const result = await ask<SaveResult>("content/undo", edit);
    if (result?.kind === "saved") return result.message === "" ? "Вопрос снова в списке." : result.message;
    if (result?.kind === "read-only") await pasted(result, false);
    else if (result !== undefined) tellTrouble(result.message);
    return undefined;
  }

  return {
    busy,
    actions,
    paste,
    teach: (group, ownerId) => {
      const { pool, questionId } = group;
      return deal(questionId, () => teach(group, { pool, questionId, ownerId }));
    },
    dismiss: (group) => {
      const { pool, questionId } = group;
      return deal(questionId, async () => {
        const done = await ask<Done>("unanswered/hide", { pool, questionId });
        if (done !== undefined) finish({ ...group, ...done, canUndo: true });
      });
    },
    undo: async (action) => {
      await deal(action.questionId, async () => {
        const message = await takeBack(action);
        if (message === undefined) return;
        actions.value = actions.value.filter((one) => one !== action);
        tell(message);
        onBack(action);
      });
      return !actions.value.includes(action);
    },
  };
}
