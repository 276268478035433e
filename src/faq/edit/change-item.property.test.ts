import * as fc from "fast-check";
import { expect, it } from "vitest";
import { STYLED_FAQ, STYLED_OWNERS, edited } from "../../../test/support/faq/edit-cases.ts";
import { changeItem } from "./change-item.ts";
import type { Edited } from "./edit.ts";
import { sideTopicFieldsAt, entryFieldsAt, fieldsAt, valuesOf, type ItemChange } from "./item-fields.ts";
import { ownersIn, rootOf, sayingOf, without } from "./sheet-of-text.ts";
import { takeBack } from "./take-back.ts";

/** What YAML takes for something else, and what people write. */
const line = fc
  .array(
    fc.oneof(
      fc.constantFrom("- ", ": ", " #", "'", '"', "[", "]", "{", "}", ",", "&", "*", "!", "|", ">"),
      fc.constantFrom("%", "@", "`", "?", "\\", "~", "<<", "---", "...", "yes", "null", "0x1F", "\t"),
      fc.constantFrom("чат", "роль", "да", "👍🏽", "MAX", " ", "ё", "№", "«", "1", "2025-09-15"),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(""));

const lines = fc
  .array(
    fc.oneof(
      line,
      fc.constant(""),
      line.map((one) => `  ${one}`),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join("\n"));

/** What becomes of a list: some of its items stay, in any order, among others. */
const list = fc.array(fc.oneof(fc.nat({ max: 3 }), line), { minLength: 1, maxLength: 5 });

const optional = fc.option(line, { nil: undefined });

const operation = fc.record({
  owner: fc.constantFrom(...STYLED_OWNERS),
  fields: fc.record(
    {
      question: line,
      title: optional,
      button: optional,
      phrases: list,
      answer: lines,
      related: fc.option(fc.subarray(["dense", "flow", "tall"]), { nil: undefined }),
      checked: fc.constantFrom(undefined, "2025-09-15", "2026-01-01"),
    },
    { requiredKeys: [] },
  ),
});

type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

function itemIn(text: string, id: string) {
  const root = rootOf(text);
  const path = root && ownersIn(root).find((one) => one.id === id)?.path;
  if (root === undefined || path === undefined) throw new Error(`No item "${id}"`);
  return { root, path };
}

function changeOf(text: string, { owner: id, fields }: Operation): ItemChange {
  const { root, path } = itemIn(text, id);
  const { phrases, title, ...others } = fields;
  const old = sideTopicFieldsAt(root, path);
  const listed =
    phrases === undefined
      ? {}
      : {
          phrases: phrases.map((one) => (typeof one === "number" ? (old.phrases[one] ?? "ещё") : one)),
        };
  if (path[0] !== "entries") {
    const { answer = old.answer, related } = others;
    return { kind: "aside", id, before: old, after: { ...old, ...listed, title, answer, related } };
  }
  const before = entryFieldsAt(root, path);
  return { kind: "entry", id, before, after: { ...before, ...others, ...listed } };
}

const text = fc.constantFrom(STYLED_FAQ, STYLED_FAQ.trimEnd(), STYLED_FAQ.replaceAll("\n", "\r\n"));

/** What the rest of the file says. */
function surroundingsOf(whole: string, id: string) {
  const { root, path } = itemIn(whole, id);
  return sayingOf(without(root, path));
}

it("100 changes leave all that was not to be changed as it was, and go back one by one", { timeout: 60_000 }, () => {
  let changes = 0;
  const refusals = new Set<string>();
  fc.assert(
    fc.property(text, fc.array(operation, { minLength: 6, maxLength: 6 }), (start, operations) => {
      const texts = [start];
      const edits: Edited[] = [];
      for (const wanted of operations) {
        const before = texts.at(-1) ?? "";
        const change = changeOf(before, wanted);
        const result = changeItem(before, change);
        if (result.kind === "refused") {
          refusals.add(result.refusal.kind);
          continue;
        }
        const { root, path } = itemIn(result.text, wanted.owner);
        expect(valuesOf(fieldsAt(root, path))).toEqual(valuesOf(change.after));
        expect(surroundingsOf(result.text, wanted.owner)).toBe(surroundingsOf(before, wanted.owner));
        const { at, removed, inserted } = result.splice;
        expect(before.slice(0, at) + inserted + before.slice(at + removed.length)).toBe(result.text);
        for (const comment of ["# Заголовок", "# Первый вопрос.", "# Про четвёртый.", "# Конец седьмого."])
          expect(result.text.includes(comment)).toBe(before.includes(comment));
        texts.push(result.text);
        edits.push(result);
      }
      changes += edits.length;
      for (const edit of edits.toReversed()) expect(edited(takeBack(texts.pop() ?? "", edit)).text).toBe(texts.at(-1));
    }),
    { numRuns: 35 },
  );
  expect(changes).toBeGreaterThanOrEqual(100);
  // Never because the place is written in some way.
  const expected = new Set(["known-phrase", "empty-text", "no-phrases", "nothing-to-change"]);
  expect([...refusals].filter((kind) => !expected.has(kind))).toEqual([]);
});
