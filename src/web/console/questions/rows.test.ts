import { expect, it } from "vitest";
import type { JournalRow, QuestionPage } from "../../../console/figures/figures-api.ts";
import { withPage } from "./rows.ts";

const row = (id: string): JournalRow => ({
  id,
  at: 0,
  text: "",
  outcome: "none",
  item: undefined,
  chosen: undefined,
  confidence: undefined,
  place: "private",
  vote: undefined,
  handled: undefined,
  phrase: undefined,
});
const rows = (ids: string) => ids.split("").map(row);
const page = (ids: string, next?: string): QuestionPage => ({
  total: 9,
  questions: rows(ids),
  next,
  item: undefined,
});
const ids = (list: readonly JournalRow[]) => list.map(({ id }) => id).join("");

it.each([
  { first: page("FED", "D"), further: undefined, is: "FED", next: "D", why: "nothing further" },
  {
    first: page("FED", "D"),
    further: rows("FEDCB"),
    is: "FEDCB",
    next: "B",
    why: "one page further",
  },
  { first: page("GFE", "E"), further: rows("FEDCB"), is: "GFEDCB", next: "B", why: "one came in" },
  {
    first: page("ZYX", "X"),
    further: rows("FEDCB"),
    is: "ZYX",
    next: "X",
    why: "more came in than a page has",
  },
  {
    first: page("FE"),
    further: rows("FEDCB"),
    is: "FE",
    next: undefined,
    why: "the rest was deleted",
  },
])("$is are shown: $why", ({ first, further, is, next }) => {
  const shown = withPage(first, further && { rows: further, next: "B" });
  expect(ids(shown.rows)).toBe(is);
  expect(shown.next).toBe(next);
});
