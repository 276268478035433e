import { expect, it } from "vitest";
import { itemsOf } from "../items.ts";
import { askedOf, paramsOf, sectionsOf, type Asked } from "./list.ts";
import { SAMPLE } from "../../../../../test/support/console/sample-content.ts";

const items = itemsOf(SAMPLE);

function list(asked: Partial<Asked>): readonly string[] {
  const all: Asked = { kind: "entry", filter: "all", ...asked };
  return sectionsOf(items, all, SAMPLE.categories).map(
    ({ title, items: shown }) => `${title ?? "-"}: ${shown.map(({ id }) => id).join(", ")}`,
  );
}

it.each<[string, Partial<Asked>, readonly string[]]>([
  [
    "by category in the order of the file, without empty ones",
    {},
    ["Почему MAX: why-max, no-phone", "Перенос: duplicate-chats"],
  ],
  ["what needs care", { filter: "care" }, ["-: duplicate-chats"]],
  ["topics", { kind: "topic" }, ["-: login-code"]],
  ["small talk", { kind: "smalltalk" }, ["-: thanks"]],
  ["nothing", { kind: "topic", filter: "care" }, []],
])("lists %s", (_what, asked, expected) => {
  expect(list(asked)).toEqual(expected);
});

it.each([
  ["nothing said", "", { query: "", kind: "entry", filter: "all" }],
  ["everything said", "q=чат&kind=topic&show=care", { query: "чат", kind: "topic", filter: "care" }],
  ["nonsense", "kind=x&show=", { query: "", kind: "entry", filter: "all" }],
])("reads the address of a list: %s", (_what, address, expected) => {
  const asked = askedOf(new URLSearchParams(address));
  expect(asked).toEqual(expected);
  const written = Object.entries(paramsOf(asked)).filter(([, value]) => (value ?? "") !== "");
  const again = new URLSearchParams(written.map(([name, value]) => [name, value ?? ""]));
  expect(askedOf(again)).toEqual(expected);
});
