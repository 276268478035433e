import { expect, test } from "vitest";
import { createGroupCommit } from "./group-commit.ts";

test("what comes in one turn of the event loop goes with one commit, each with its own result", async () => {
  const groups: number[][] = [];
  const add = createGroupCommit(async (items: readonly number[]) => {
    groups.push([...items]);
    return items.map((item) => item * 10);
  });
  expect(await Promise.all([add(1), add(2), add(3)])).toEqual([10, 20, 30]);
  expect(groups).toEqual([[1, 2, 3]]);
});

test("what comes while a commit runs goes with the next one, in the order of the calls", async () => {
  const groups: number[][] = [];
  let finishFirst = () => undefined as void;
  const first = new Promise<void>((resolve) => {
    finishFirst = resolve;
  });
  const add = createGroupCommit(async (items: readonly number[]) => {
    groups.push([...items]);
    if (groups.length === 1) await first;
    return items;
  });
  const one = add(1);
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  const others = [add(2), add(3)];
  finishFirst();
  expect(await Promise.all([one, ...others])).toEqual([1, 2, 3]);
  expect(groups).toEqual([[1], [2, 3]]);
});

test("a commit that fails fails for its group, and the next group is tried", async () => {
  let commits = 0;
  const add = createGroupCommit(async (items: readonly string[]) => {
    commits += 1;
    if (commits === 1) throw new Error("the disk is full");
    return items;
  });
  const group = await Promise.allSettled([add("a"), add("b")]);
  expect(group.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await add("c")).toBe("c");
});

test("a long queue is committed in groups of five hundred", async () => {
  const sizes: number[] = [];
  const add = createGroupCommit(async (items: readonly number[]) => {
    sizes.push(items.length);
    return items;
  });
  await Promise.all(Array.from({ length: 1_200 }, (_, index) => add(index)));
  expect(sizes).toEqual([500, 500, 200]);
});
