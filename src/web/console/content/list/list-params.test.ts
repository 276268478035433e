import { expect, it } from "vitest";
import { askedOf, paramsOf } from "./list-params.ts";

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
