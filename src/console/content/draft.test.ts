import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import type { DraftWorker } from "../drafts/draft-worker.ts";
import type { ReviewRequest } from "../drafts/review-draft.ts";
import { createContentChecker } from "./draft.ts";

/** Does a job when it is told to; knows a review by its text. */
function slowWorker() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const run: DraftWorker["run"] = (job) =>
    new Promise((resolve) => {
      const text = job.kind === "review" ? job.request.text : "";
      begun.push(text);
      ends.push(() => resolve({ kind: "unfit", lines: [text] }));
    });
  return { run, begun, endNext: () => ends.shift()?.() };
}

function request(id: string, text: string): ReviewRequest {
  const fields = { phrases: [], answer: "" };
  const edit = { kind: "aside", id, before: fields, after: fields } as const;
  return { text, edit, live: "", cases: undefined, questions: [], today: "2026-11-25" };
}

test("of what was typed while an item is reviewed only the last is reviewed", async () => {
  const worker = slowWorker();
  const { review } = createContentChecker(worker);
  const typed = ["а", "аб", "абв"].map((text) => review(request("thanks", text)));
  const other = review(request("hello", "другое"));
  worker.endNext();
  expect(await typed[0]).toEqual({ kind: "unfit", lines: ["а"] });
  expect(await typed[1]).toEqual({ kind: "busy" });
  worker.endNext();
  expect(await other).toEqual({ kind: "unfit", lines: ["другое"] });
  worker.endNext();
  expect(await typed[2]).toEqual({ kind: "unfit", lines: ["абв"] });
  expect(worker.begun).toEqual(["а", "другое", "абв"]);
});

test("a review that fails does not keep the next one waiting", async () => {
  let isFirst = true;
  const { review } = createContentChecker({
    run: async () => {
      if (!isFirst) return { kind: "unfit", lines: [] };
      isFirst = false;
      throw new Error("The thread is gone");
    },
  });
  const [first, second] = ["а", "аб"].map((text) => review(request("thanks", text)));
  await expect(first).rejects.toThrow("The thread is gone");
  expect(await second).toEqual({ kind: "unfit", lines: [] });
});

test("nothing is kept of what was reviewed: the whole content is in it", async () => {
  const { review } = createContentChecker({ run: async () => ({ kind: "unfit", lines: [] }) });
  const reviewed = async () => {
    const one = request("thanks", "а");
    await review(one);
    return new WeakRef(one);
  };
  const kept = await reviewed();
  setFlagsFromString("--expose-gc");
  // A reference is held until the task that made it has ended.
  await setImmediate();
  runInNewContext("gc()");
  expect(kept.deref()).toBeUndefined();
});

test("an answer to something else is a bug", async () => {
  const { review, inspect } = createContentChecker({
    run: async () => ({
      kind: "reply",
      isReplacement: false,
      text: [],
      keyboard: [],
      explanation: undefined,
    }),
  });
  await expect(review(request("thanks", ""))).rejects.toThrow("reply");
  await expect(inspect("", "2026-11-25")).rejects.toThrow("reply");
  const { inspect: full } = createContentChecker({ run: async () => ({ kind: "busy" }) });
  await expect(full("", "2026-11-25")).rejects.toThrow("слишком много");
});
