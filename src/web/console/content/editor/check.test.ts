import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { DraftResult, Edit } from "../../../../console/content/content-api.ts";
import type { Answer } from "../../shell/api-client.ts";
import { createCheck, PAUSE_MS, resultOf } from "./check.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function edit(answer: string): Edit {
  return { kind: "new-entry", categoryId: "why", question: "Как?", answer, phrases: [] };
}

function unfit(line: string): Answer<DraftResult> {
  return { kind: "ok", value: { kind: "unfit", lines: [line] } };
}

/** A server that answers when it is told to. */
function server() {
  const asked: { readonly edit: Edit; readonly answer: (answer: Answer<DraftResult>) => void }[] = [];
  const post = (draft: Edit) =>
    new Promise<Answer<DraftResult>>((answer) => {
      asked.push({ edit: draft, answer });
    });
  return { asked, post };
}

it("asks once when the typing stops, and shows what the server says", async () => {
  const { asked, post } = server();
  const check = createCheck(post);
  check.ask(edit("О"));
  await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
  check.ask(edit("От"));
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(asked.map((one) => one.edit)).toEqual([edit("От")]);
  expect(check.state.value).toEqual({ kind: "checking", last: undefined });
  asked[0]?.answer(unfit("нет"));
  await vi.advanceTimersByTimeAsync(0);
  expect(check.state.value).toEqual({
    kind: "checked",
    result: { kind: "unfit", lines: ["нет"] },
    edit: edit("От"),
  });
  check.ask(edit("Отв"));
  expect(resultOf(check.state.value)).toEqual({ kind: "unfit", lines: ["нет"] });
});

it("passes over an answer that comes after something else was typed", async () => {
  const { asked, post } = server();
  const check = createCheck(post);
  check.ask(edit("О"));
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  check.ask(undefined);
  asked[0]?.answer(unfit("старое"));
  await vi.advanceTimersByTimeAsync(0);
  expect(check.state.value).toEqual({ kind: "idle" });
});

it("asks at once where the answer is needed, and does not ask twice", async () => {
  const { asked, post } = server();
  const check = createCheck(post);
  check.ask(edit("О"));
  const [first, second] = [check.now(), check.now()];
  await vi.advanceTimersByTimeAsync(PAUSE_MS * 2);
  expect(asked).toHaveLength(1);
  asked[0]?.answer(unfit("нет"));
  expect(await first).toEqual(await second);
  await check.now();
  expect(asked).toHaveLength(1);
});

it("gives nobody the answer of what was typed before", async () => {
  const { asked, post } = server();
  const check = createCheck(post);
  check.ask(edit("О"));
  const state = check.now();
  check.ask(edit("От"));
  asked[0]?.answer(unfit("старое"));
  expect(await state).toEqual({ kind: "checking", last: undefined });
});

it("waits for the answer of the content that has come meanwhile", async () => {
  const { asked, post } = server();
  const check = createCheck(post);
  check.ask(edit("О"));
  const state = check.now();
  check.ask(edit("О"));
  asked[0]?.answer(unfit("прежнее содержание"));
  await vi.advanceTimersByTimeAsync(0);
  asked[1]?.answer(unfit("новое содержание"));
  expect(resultOf(await state)).toEqual({ kind: "unfit", lines: ["новое содержание"] });
});

it("asks again after a failure", async () => {
  const { asked, post } = server();
  const check = createCheck(post);
  check.ask(edit("О"));
  const first = check.now();
  asked[0]?.answer({
    kind: "failed",
    message: "нет связи",
    status: undefined,
  });
  expect(await first).toEqual({ kind: "failed", message: "нет связи" });
  void check.now();
  expect(asked).toHaveLength(2);
});

it("asks nothing once it is stopped", async () => {
  const { asked, post } = server();
  const check = createCheck(post);
  check.ask(edit("О"));
  check.stop();
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(asked).toEqual([]);
  check.ask(edit("От"));
  const state = check.now();
  check.stop();
  asked[0]?.answer(unfit("поздно"));
  expect(await state).toEqual({ kind: "checking", last: undefined });
  expect(asked).toHaveLength(1);
});
