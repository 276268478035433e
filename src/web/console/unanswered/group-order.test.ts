import { describe, expect, it } from "vitest";
import { groupOf } from "../../../../test/support/console/sample-content.ts";
import { settle } from "./group-order.ts";

const list = settle(undefined, [groupOf("a"), groupOf("b"), groupOf("c")]);
const idsOf = (groups: readonly { readonly questionId: string }[]) => groups.map(({ questionId }) => questionId);

describe("a list that is worked on", () => {
  it("keeps its order whatever became more frequent", () => {
    const settled = settle(list, [groupOf("c", { count: 9 }), groupOf("a"), groupOf("b")]);
    expect(idsOf(settled)).toEqual(["a", "b", "c"]);
    expect(settled[2]?.count).toBe(9);
  });

  it("takes in what is new at its end, marked", () => {
    const settled = settle(list, [groupOf("new"), groupOf("a"), groupOf("b"), groupOf("c")]);
    expect(settled.map(({ isFresh }) => isFresh)).toEqual([false, false, false, true]);
    expect(idsOf(settled)).toEqual(["a", "b", "c", "new"]);
  });

  it("lets go of what somebody else has dealt with", () => {
    expect(idsOf(settle(list, [groupOf("a"), groupOf("c")]))).toEqual(["a", "c"]);
  });
});
