import { expect, it } from "vitest";
import { itemsOf } from "../items.ts";
import { askedOf, countOf, paramsOf, sectionsOf, type Asked } from "./list.ts";
import { SAMPLE } from "../../../../../test/support/console/sample-content.ts";

const items = itemsOf(SAMPLE);
const DRAFTS = new Set(["entry:no-phone", "aside:thanks"]);

function list(asked: Partial<Asked>): readonly string[] {
  const all: Asked = { kind: "entry", filter: "all", order: "file", ...asked };
  const { categories } = SAMPLE;
  return sectionsOf(items, all, { categories, drafts: DRAFTS }).map(
    ({ title, items: shown }) => `${title ?? "-"}: ${shown.map(({ id }) => id).join(", ")}`,
  );
}

it.each<[string, Partial<Asked>, readonly string[]]>([
  [
    "by category in the order of the file, without empty ones",
    {},
    ["Почему MAX: why-max, no-phone", "Перенос: duplicate-chats"],
  ],
  ["what needs care", { filter: "care" }, ["Перенос: duplicate-chats"]],
  ["what has a draft", { filter: "drafts" }, ["Почему MAX: no-phone"]],
  ["the most needy first", { order: "care" }, ["-: duplicate-chats, no-phone, why-max"]],
  ["the most asked first", { order: "asked" }, ["-: no-phone, why-max, duplicate-chats"]],
  ["the fewest phrases first", { order: "phrases" }, ["-: no-phone, why-max, duplicate-chats"]],
  ["never checked first", { order: "checked" }, ["-: duplicate-chats, no-phone, why-max"]],
  ["topics", { kind: "topic" }, ["-: login-code"]],
  ["small talk with a draft", { kind: "smalltalk", filter: "drafts" }, ["-: thanks"]],
  ["nothing", { kind: "topic", filter: "care" }, []],
])("lists %s", (_what, asked, expected) => {
  expect(list(asked)).toEqual(expected);
});

it("counts what a filter leaves", () => {
  expect(countOf(items, "care", DRAFTS)).toBe(1);
  expect(countOf(items, "drafts", DRAFTS)).toBe(2);
});

it.each([
  ["nothing said", "", { query: "", kind: "entry", filter: "all", order: "file" }],
  [
    "everything said",
    "q=чат&kind=topic&show=care&order=asked",
    { query: "чат", kind: "topic", filter: "care", order: "asked" },
  ],
  [
    "nonsense",
    "kind=x&show=&order=file%20",
    { query: "", kind: "entry", filter: "all", order: "file" },
  ],
])("reads the address of a list: %s", (_what, address, expected) => {
  const asked = askedOf(new URLSearchParams(address));
  expect(asked).toEqual(expected);
  const written = Object.entries(paramsOf(asked)).filter(([, value]) => (value ?? "") !== "");
  const again = new URLSearchParams(written.map(([name, value]) => [name, value ?? ""]));
  expect(askedOf(again)).toEqual(expected);
});
