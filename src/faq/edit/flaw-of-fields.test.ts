import { expect, it } from "vitest";
import { SMALL_FAQ } from "../../../test/support/faq/small-faq.ts";
import type { YamlNode } from "../yaml/yaml-node.ts";
import { flawOfFields } from "./flaw-of-fields.ts";
import { rootOf } from "./sheet-of-text.ts";

/** The tree, with `onRead` called whenever somebody reads its entries. */
function watched(text: string, onRead: () => void): YamlNode {
  const root = rootOf(text);
  const field = root?.kind === "mapping" ? root.fields.get("entries") : undefined;
  if (root?.kind !== "mapping" || field?.node.kind !== "list") throw new Error("No entries");
  const { items } = field.node;
  const node: YamlNode = {
    ...field.node,
    get items() {
      onRead();
      return items;
    },
  };
  return { ...root, fields: new Map(root.fields).set("entries", { ...field, node }) };
}

it("goes through the phrases of the others no more often for many new ones than for one", () => {
  const readsFor = (count: number) => {
    let reads = 0;
    const root = watched(SMALL_FAQ, () => (reads += 1));
    const after = Array.from({ length: count }, (_, number) => `код ${number}`);
    const fields = [{ key: "phrases", before: [], after }] as const;
    expect(flawOfFields(root, ["topics", 0], fields)).toBeUndefined();
    return reads;
  };
  expect(readsFor(50)).toBe(readsFor(1));
  expect(readsFor(1)).toBeGreaterThan(0);
});
