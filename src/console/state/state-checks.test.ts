import { expect, test } from "vitest";
import { type Checked, checksOf } from "./state-checks.ts";

const WELL: Checked = {
  live: { max: "ok", worker: "ok", inbox: "ok" },
  ready: { max: "ok", store: "ok", subscription: "ok", process: "ok" },
  isStandby: false,
  size: { pending: 0, deadLetters: 0, oldestPendingMs: undefined },
  lastUpdateAt: undefined,
  lastHeardAt: undefined,
};

function kinds(checked: Checked): Readonly<Record<string, string>> {
  return Object.fromEntries(checksOf(checked).map(({ name, kind }) => [name, kind]));
}

const ALL_OK = {
  max: "ok",
  subscription: "ok",
  store: "ok",
  inbox: "ok",
  worker: "ok",
  process: "ok",
};

test.each<{ why: string; checked: Checked; expected: Readonly<Record<string, string>> }>([
  { why: "all is well", checked: WELL, expected: {} },
  {
    why: "MAX is silent since",
    checked: { ...WELL, live: { ...WELL.live, max: "silent for 130 s" } },
    expected: { max: "trouble" },
  },
  {
    why: "MAX has never answered",
    checked: { ...WELL, ready: { ...WELL.ready, max: "has not said yet who the bot is" } },
    expected: { max: "trouble" },
  },
  {
    why: "the database is away",
    checked: { ...WELL, ready: { ...WELL.ready, store: "does not answer" } },
    expected: { store: "trouble" },
  },
  {
    why: "another process asks MAX",
    checked: { ...WELL, isStandby: true },
    expected: { max: "standby" },
  },
])("$why", ({ checked, expected }) => {
  expect(kinds(checked)).toEqual({ ...ALL_OK, ...expected });
});

test("trouble is told with what to do, without the words of the program's own probes", () => {
  const live = { ...WELL.live, worker: "it has not looked for work for 130 s" };
  const worker = checksOf({ ...WELL, live }).find(({ name }) => name === "worker");
  expect(worker?.detail).toMatch(/Перезапустите/u);
  expect(worker?.detail).not.toContain("130 s");
});
