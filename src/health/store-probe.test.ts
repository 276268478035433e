import { expect, test } from "vitest";
import { createStoreProbe } from "./store-probe.ts";

const SIZE = { pending: 1, deadLetters: 0, oldestPendingMs: 5 };

test("questions that come together, or shortly after one another, are one to the database", async () => {
  let asked = 0;
  let time = 0;
  const size = async () => {
    asked += 1;
    return SIZE;
  };
  const probe = createStoreProbe({ inbox: { size }, now: () => time });
  expect(await Promise.all([probe(), probe(), probe()])).toEqual([SIZE, SIZE, SIZE]);
  time = 999;
  await probe();
  expect(asked).toBe(1);
  time = 1_000;
  await probe();
  expect(asked).toBe(2);
});

test("a database that fails or hangs is no answer, and one that hangs is asked once", async () => {
  const failing = { size: () => Promise.reject(new Error("boom")) };
  expect(await createStoreProbe({ inbox: failing, now: () => 0 })()).toBeUndefined();
  let asked = 0;
  const hanging = {
    size: () => {
      asked += 1;
      return new Promise<never>(() => undefined);
    },
  };
  const probe = createStoreProbe({ inbox: hanging, now: () => 0, timeoutMs: 1 });
  expect(await probe()).toBeUndefined();
  expect(await probe()).toBeUndefined();
  expect(asked).toBe(1);
});
