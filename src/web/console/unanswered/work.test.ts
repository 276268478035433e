import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { SaveResult } from "../../../console/content/content-api.ts";
import type { Answer } from "../shell/api-client.ts";
import { createWork, type Action } from "./work.ts";

const SAVED: SaveResult = { kind: "saved", editId: "edit-1", isLive: true, message: "Готово" };
const READ_ONLY: SaveResult = {
  kind: "read-only",
  message: "Впишите",
  paste: { afterLine: 1, replacedLines: 0, lines: ["- а"] },
};
const A = { pool: "unanswered", questionId: "a", text: "вопрос a" } as const;
const B = { ...A, questionId: "b", text: "вопрос b" };
const DONE = { message: "Сделано" };

const ok = <T>(value: T): Answer<T> => ({ kind: "ok", value });

/** Work on a server that answers by these, and what is asked and said. */
function open(answers: Readonly<Record<string, Answer<unknown>>>) {
  const asked: string[] = [];
  const said: string[] = [];
  const waiting: (() => void)[] = [];
  const work = createWork({
    post: async (path, body) => {
      asked.push(`${path} ${JSON.stringify(body)}`);
      await new Promise<void>((resolve) => {
        if (isHeld) waiting.push(resolve);
        else resolve();
      });
      // What a page is answered is of the type that it asks for.
      return JSON.parse(JSON.stringify(answers[path] ?? ok(DONE)));
    },
    tell: (message) => said.push(message),
    tellTrouble: (message) => said.push(`! ${message}`),
    onDone: ({ questionId }) => said.push(`gone ${questionId}`),
    onBack: ({ questionId }) => said.push(`back ${questionId}`),
    reload: () => said.push("reload"),
  });
  let isHeld = false;
  return {
    work,
    asked,
    said,
    hold: () => {
      isHeld = true;
    },
    release: () => waiting.shift()?.(),
  };
}

const newest = (actions: readonly Action[]) => {
  const [action] = actions;
  if (action === undefined) throw new Error("nothing was done");
  return action;
};

describe("teaching", () => {
  it("asks the server, says what it says, and can be taken back", async () => {
    const undone = ok<SaveResult>({ ...SAVED, editId: undefined, message: "" });
    const { work, asked, said } = open({ "unanswered/teach": ok(SAVED), "content/undo": undone });
    await work.teach(A, "lunch");
    expect(said).toEqual(["Готово", "gone a", "reload"]);
    expect(await work.undo(newest(work.actions.value))).toBe(true);
    expect(asked).toEqual([
      'unanswered/teach {"pool":"unanswered","questionId":"a","ownerId":"lunch"}',
      'content/undo {"editId":"edit-1"}',
    ]);
    expect(said.slice(3)).toEqual(["Вопрос снова в списке.", "back a", "reload"]);
    expect(work.actions.value).toEqual([]);
  });

  it("says what was not done, and nothing leaves the list", async () => {
    const lost = { kind: "failed", message: "Нет связи", status: undefined } as const;
    const { work, said } = open({ "unanswered/teach": lost });
    await work.teach(A, "lunch");
    expect(said).toEqual(["! Нет связи", "reload"]);
    expect(work.actions.value).toEqual([]);
  });

  it("is done one after another, and the same thing once", async () => {
    const { work, asked, hold, release } = open({ "unanswered/teach": ok(SAVED) });
    hold();
    const first = work.teach(A, "lunch");
    const again = work.teach(A, "lunch");
    const second = work.teach(B, "lunch");
    await again;
    await setImmediate();
    expect(asked).toHaveLength(1);
    expect(work.busy.value).toEqual(["a", "b"]);
    release();
    await first;
    expect(asked).toHaveLength(2);
    release();
    await second;
    expect(work.busy.value).toEqual([]);
    expect(work.actions.value.map(({ questionId }) => questionId)).toEqual(["b", "a"]);
  });

  it.each([
    [true, ["Сделано", "gone a", "reload"]],
    [false, ["reload"]],
  ])("waits where the lines are pasted by hand: %s", async (isPasted, expected) => {
    const { work, asked, said } = open({ "unanswered/teach": ok(READ_ONLY) });
    const taught = work.teach(A, "lunch");
    const other = work.dismiss(B);
    await setImmediate();
    expect(work.paste.value?.result.message).toBe("Впишите");
    expect(asked).toHaveLength(1);
    work.paste.value?.close(isPasted);
    await taught;
    expect(said.slice(0, expected.length)).toEqual(expected);
    await other;
    expect(work.paste.value).toBeUndefined();
    expect(newest(work.actions.value).questionId).toBe("b");
  });
});

it("brings back what was taken off the list", async () => {
  const { work, asked } = open({});
  await work.dismiss(A);
  await work.undo(newest(work.actions.value));
  expect(asked).toEqual([
    'unanswered/hide {"pool":"unanswered","questionId":"a"}',
    'unanswered/unhide {"pool":"unanswered","questionId":"a"}',
  ]);
});
