import { expect, test } from "vitest";
import { Disposables } from "./disposables.ts";

test("what was made last goes first, one after another, and once only", async () => {
  const order: string[] = [];
  const rest = new Disposables();
  rest.add(async () => order.push("first made"));
  rest.add(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    order.push("last made");
  });
  await Promise.all([rest.dispose(), rest.dispose()]);
  expect(order).toEqual(["last made", "first made"]);
});

test("whoever asks a second time waits for the same end", async () => {
  let finish = () => {};
  const rest = new Disposables();
  rest.add(() => new Promise<void>((resolve) => (finish = resolve)));
  void rest.dispose();
  let isOver = false;
  const second = rest.dispose().then(() => (isOver = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(isOver).toBe(false);
  finish();
  await second;
  expect(isOver).toBe(true);
});
