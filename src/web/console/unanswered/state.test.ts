import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { SaveResult } from "../../../console/content/content-api.ts";
import type { UnansweredList } from "../../../console/unanswered/unanswered-api.ts";
import type { Answer } from "../shell/api-client.ts";
import { groupOf } from "../../../../test/support/console/sample-content.ts";
import { createUnanswered, type Action, type Hand } from "./state.ts";

const SAVED: SaveResult = {
  kind: "saved",
  editId: "edit-1",
  isLive: true,
  message: "Готово",
  now: { outcome: "answer", items: [{ id: "lunch", title: "Что на обед?" }] },
};

function ok<T>(value: T): Answer<T> {
  return { kind: "ok", value };
}

interface Opening {
  readonly saved?: SaveResult;
  readonly ids?: readonly string[];
}

/** A page on a server that keeps its groups in a list. */
function open({ saved = SAVED, ids = ["a", "b", "c"] }: Opening = {}) {
  const server = {
    open: [...ids],
    taughtId: undefined as string | undefined,
    said: [] as string[],
    actions: [] as (Action | undefined)[],
    reads: 0,
  };
  const asked: string[] = [];
  const world: {
    hand: Hand;
    meanwhile: (() => void) | undefined;
    told: ((action: Action) => void) | undefined;
    isAnswerLost: boolean;
  } = {
    hand: { isAtWork: false, questionId: undefined },
    meanwhile: undefined,
    told: undefined,
    isAnswerLost: false,
  };
  const without = (id: string) => {
    server.open = server.open.filter((one) => one !== id);
  };
  const state = createUnanswered({
    calls: {
      list: async (pool) => {
        server.reads += 1;
        const { meanwhile } = world;
        world.meanwhile = undefined;
        await setImmediate();
        meanwhile?.();
        const groups = server.open.map((id) => groupOf(id));
        const list: UnansweredList = { days: 30, total: groups.length, others: 0, groups };
        return ok(pool === "unanswered" ? list : { ...list, groups: [], total: 0 });
      },
      teach: async ({ questionId, ownerId }) => {
        asked.push(`teach ${questionId} ${ownerId}`);
        if (saved.kind === "saved") {
          without(questionId);
          server.taughtId = questionId;
        }
        const { isAnswerLost } = world;
        world.isAnswerLost = false;
        return isAnswerLost
          ? { kind: "failed", message: "Нет связи", status: undefined }
          : ok(saved);
      },
      pasted: async ({ questionId }) => {
        asked.push(`pasted ${questionId}`);
        without(questionId);
        return ok({ message: "Вписано" });
      },
      hide: async ({ questionId }) => {
        if (!server.open.includes(questionId))
          return { kind: "failed", message: "Уже разобран", status: 404 };
        without(questionId);
        return ok({ message: "Убрано" });
      },
      unhide: async ({ questionId }) => {
        server.open = ids.filter((id) => server.open.includes(id) || id === questionId);
        return ok({ message: "Снова в списке" });
      },
      undo: async ({ editId }) => {
        asked.push(`undo ${editId}`);
        server.open = ids.filter((id) => server.open.includes(id) || id === server.taughtId);
        return ok<SaveResult>({
          kind: "saved",
          editId: undefined,
          isLive: true,
          message: "Отменено",
        });
      },
    },
    tell: (message, action) => {
      server.said.push(message);
      server.actions.push(action);
      if (action !== undefined) world.told?.(action);
    },
    tellTrouble: (message) => server.said.push(`! ${message}`),
    hand: () => world.hand,
  });
  const group = (id: string) => {
    const found = state.groups.value.find(({ questionId }) => questionId === id);
    if (found === undefined) throw new Error(`no group ${id}`);
    return found;
  };
  const shown = () => state.groups.value.map(({ questionId }) => questionId).join(" ");
  return { state, server, asked, world, group, shown };
}

describe("the list of unanswered questions", () => {
  it("is a group shorter when one is taught, and the next has the focus", async () => {
    const { state, group, shown, asked, server } = open();
    await state.load();
    await state.teach(group("b"), "lunch");
    expect(asked).toEqual(["teach b lunch"]);
    expect(shown()).toBe("a c");
    expect(state.focus.value).toBe("c");
    expect(server.said).toEqual(["Готово"]);
    expect(state.actions.value).toMatchObject([{ questionId: "b", now: { outcome: "answer" } }]);
  });

  it("has the question again after an undo, and the focus on it", async () => {
    const { state, group, shown, asked } = open();
    await state.load();
    await state.teach(group("a"), "lunch");
    const [action] = state.actions.value;
    if (action !== undefined) await state.undo(action);
    expect(asked).toEqual(["teach a lunch", "undo edit-1"]);
    expect(shown()).toBe("a b c");
    expect(state.focus.value).toBe("a");
    expect(state.actions.value).toEqual([]);
  });

  it("takes back a hiding too", async () => {
    const { state, group, shown, server } = open();
    await state.load();
    await state.dismiss(group("c"));
    expect(shown()).toBe("a b");
    expect(state.focus.value).toBe("b");
    const [action] = state.actions.value;
    if (action !== undefined) await state.undo(action);
    expect(shown()).toBe("a b c");
    expect(server.said).toEqual(["Убрано", "Снова в списке"]);
  });

  it("sends the focus to the empty state after the last group", async () => {
    const { state, group } = open({ ids: ["a"] });
    await state.load();
    await state.dismiss(group("a"));
    expect(state.focus.value).toBe("empty");
  });

  it("asks to paste where the file is read-only, and keeps the group until it is said to be done", async () => {
    const paste = { afterLine: 3, replacedLines: 0, lines: ["- фраза"] };
    const { state, group, shown, asked } = open({
      saved: { kind: "read-only", message: "Впишите", paste },
    });
    await state.load();
    await state.teach(group("a"), "lunch");
    expect(state.paste.value).toMatchObject({ message: "Впишите", paste });
    expect(shown()).toBe("a b c");
    await state.markPasted();
    expect(asked.at(-1)).toBe("pasted a");
    expect(shown()).toBe("b c");
    expect(state.actions.value).toMatchObject([{ canUndo: false }]);
  });

  it("says why a teaching was refused and keeps the group", async () => {
    const { state, group, shown, server } = open({
      saved: { kind: "refused", message: "Испортит другие ответы" },
    });
    await state.load();
    await state.teach(group("a"), "lunch");
    expect(server.said).toEqual(["! Испортит другие ответы"]);
    expect(shown()).toBe("a b c");
    expect(state.busyId.value).toBeUndefined();
  });

  it("reads the list again where somebody else was quicker", async () => {
    const { state, group, shown, server } = open();
    await state.load();
    server.open = ["a", "c"];
    await state.dismiss(group("b"));
    expect(server.said).toEqual(["! Уже разобран"]);
    expect(shown()).toBe("a c");
  });

  it("moves nothing under the hand of whoever works on it", async () => {
    const { state, server, world, shown } = open();
    await state.load();
    server.open = ["new", "c", "b", "a"];
    world.hand = { isAtWork: true, questionId: "b" };
    await state.load();
    expect(shown()).toBe("a b c new");
    world.hand = { isAtWork: false, questionId: undefined };
    await state.load();
    expect(shown()).toBe("new c b a");
  });

  it("hands the focus on where the focused group is dealt with by somebody else", async () => {
    const { state, server, world } = open();
    await state.load();
    server.open = ["a", "c"];
    world.hand = { isAtWork: true, questionId: "b" };
    await state.load();
    expect(state.focus.value).toBe("c");
  });

  it("has the focus on what was taken back though the server tells of the change at the same time", async () => {
    const { state, group, world } = open();
    await state.load();
    await state.teach(group("a"), "lunch");
    const [action] = state.actions.value;
    if (action === undefined) throw new Error("nothing was done");
    world.meanwhile = () => void state.load();
    await state.undo(action);
    expect(state.focus.value).toBe("a");
  });

  it("does what a quick hand does one after another, and the same thing once", async () => {
    const { state, group, asked, shown, server } = open();
    await state.load();
    const [a, b] = [group("a"), group("b")];
    await Promise.all([state.teach(a, "lunch"), state.teach(a, "lunch"), state.teach(b, "lunch")]);
    expect(asked).toEqual(["teach a lunch", "teach b lunch"]);
    expect(shown()).toBe("c");
    expect(server.reads).toBe(3);
  });

  it("leaves the focus to whoever has gone on before it was done", async () => {
    const { state, group, world } = open();
    await state.load();
    world.hand = { isAtWork: true, questionId: "c" };
    await state.teach(group("a"), "lunch");
    expect(state.focus.value).toBeUndefined();
    const [action] = state.actions.value;
    if (action !== undefined) await state.undo(action);
    expect(state.focus.value).toBeUndefined();
  });

  it("does what was clicked before the other list was opened", async () => {
    const { state, group, asked } = open();
    await state.load();
    const done = [state.teach(group("a"), "lunch"), state.teach(group("b"), "lunch")];
    await state.show("disliked");
    await Promise.all(done);
    expect(asked).toEqual(["teach a lunch", "teach b lunch"]);
  });

  it("says so where somebody else has dealt with it while the dialog was open", async () => {
    const { state, group, server } = open();
    await state.load();
    const b = group("b");
    server.open = ["a", "c"];
    await state.load();
    await state.dismiss(b);
    expect(server.said).toEqual(["! Уже разобран"]);
  });

  it("says where to take back what was done though the answer was lost", async () => {
    const { state, group, server, world, shown } = open();
    await state.load();
    world.isAnswerLost = true;
    await state.teach(group("a"), "lunch");
    expect(shown()).toBe("b c");
    expect(server.said).toEqual(["! Нет связи", expect.stringContaining("«История»")]);
  });

  it("has one file to be pasted into at a time: the lines of the next depend on it", async () => {
    const paste = { afterLine: 3, replacedLines: 0, lines: ["- фраза"] };
    const { state, group, asked } = open({
      saved: { kind: "read-only", message: "Впишите", paste },
    });
    await state.load();
    const first = state.teach(group("a"), "lunch");
    const second = state.teach(group("b"), "lunch");
    await first;
    await setImmediate();
    expect(asked).toEqual(["teach a lunch"]);
    await state.markPasted();
    await second;
    expect(asked).toEqual(["teach a lunch", "pasted a", "teach b lunch"]);
    expect(state.paste.value).toMatchObject({ request: { questionId: "b" } });
  });

  it("takes back what was done though the list is still being read", async () => {
    const { state, group, shown, world } = open();
    await state.load();
    let undone: Promise<boolean> | undefined;
    world.told = (action) => {
      undone = state.undo(action);
    };
    await state.dismiss(group("b"));
    await undone;
    expect(shown()).toBe("a b c");
  });
});
