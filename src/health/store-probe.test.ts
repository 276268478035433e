import { expect, test } from "vitest";
import { createStoreProbe } from "./store-probe.ts";

const probe = async () => undefined;
const SIZE = { pending: 1, deadLetters: 0, oldestPendingMs: 5 };

test("questions that come together, or shortly after one another, are one to the database", async () => {
  let asked = 0;
  let time = 0;
  const size = async () => {
    asked += 1;
    return SIZE;
  };
  const ask = createStoreProbe({ inbox: { size }, probe, now: () => time });
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([SIZE, SIZE, SIZE]);
  time = 999;
  await ask();
  expect(asked).toBe(1);
  time = 1_000;
  await ask();
  expect(asked).toBe(2);
});

test("a database that fails or hangs is no answer, and one that hangs is asked once", async () => {
  const failing = { size: () => Promise.reject(new Error("boom")) };
  expect(await createStoreProbe({ inbox: failing, probe, now: () => 0 })()).toBeUndefined();
  let asked = 0;
  const hanging = {
    size: () => {
      asked += 1;
      return new Promise<never>(() => undefined);
    },
  };
  const ask = createStoreProbe({ inbox: hanging, probe, now: () => 0, timeoutMs: 1 });
  expect(await ask()).toBeUndefined();
  expect(await ask()).toBeUndefined();
  expect(asked).toBe(1);
});

test("a database that can be read but not written is no answer", async () => {
  const inbox = { size: async () => SIZE };
  const readOnly = () => Promise.reject(new Error("attempt to write a readonly database"));
  expect(await createStoreProbe({ inbox, probe: readOnly, now: () => 0 })()).toBeUndefined();
});
