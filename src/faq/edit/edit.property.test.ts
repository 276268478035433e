import * as fc from "fast-check";
import { expect, it } from "vitest";
import { parseFaq } from "../parse.ts";
import { foldPhrase } from "../../text/normalise.ts";
import { SMALL_FAQ } from "../../../test/support/faq/small-faq.ts";
import { STYLED_FAQ, STYLED_OWNERS, edited } from "../../../test/support/faq/edit-cases.ts";
import { addEntry } from "./add-entry.ts";
import { addPhrase } from "./add-phrase.ts";
import type { Edited, EditResult } from "./edit.ts";
import { takeBack } from "./take-back.ts";

/** What YAML takes for something else. */
const SIGNS = ["- ", ": ", " #", "'", '"', "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "%", "@", "`"];

const phrase = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SIGNS, "?", "\\", "~", "<<", "---", "...", "yes", "null", "0x1F", "\n", "\t"),
      fc.constantFrom("чат", "роль", "да", "👍🏽", "MAX", " ", "ё", "№", "«", "1"),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(""));

const operation = fc.oneof(
  { weight: 4, arbitrary: fc.record({ owner: fc.constantFrom(...STYLED_OWNERS), phrase }) },
  { weight: 1, arbitrary: fc.record({ question: phrase, answer: phrase }) },
);

type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

function operate(text: string, wanted: Operation): EditResult {
  return "owner" in wanted
    ? addPhrase(text, wanted.owner, wanted.phrase)
    : addEntry(text, { categoryId: "all", ...wanted });
}

/** How many lines of `before` are not, in their order, the lines of `after` around one place. */
function touchedLines(before: string, after: string): number {
  const old = before.split("\n");
  const now = after.split("\n");
  let top = 0;
  while (top < old.length && old[top] === now[top]) top += 1;
  let bottom = 0;
  while (bottom < old.length - top && old.at(-1 - bottom) === now.at(-1 - bottom)) bottom += 1;
  return old.length - top - bottom;
}

const IN_LINES = new Set(["indented", "dense", "wide", "outside", "thanks"]);

function isOnLinesOfItsOwn({ change }: Edited): boolean {
  return change.kind !== "phrase" || IN_LINES.has(change.ownerId);
}

const text = fc.constantFrom(STYLED_FAQ, STYLED_FAQ.trimEnd(), STYLED_FAQ.replaceAll("\n", "\r\n"));

it("1,000 additions leave every other byte as it was, and go back one by one", { timeout: 60_000 }, () => {
  let additions = 0;
  const refusals = new Set<string>();
  fc.assert(
    fc.property(text, fc.array(operation, { minLength: 10, maxLength: 10 }), (start, operations) => {
      const texts = [start];
      const edits: Edited[] = [];
      for (const wanted of operations) {
        const before = texts.at(-1) ?? "";
        const result = operate(before, wanted);
        if (result.kind === "refused") {
          refusals.add(result.refusal.kind);
          continue;
        }
        const limit = isOnLinesOfItsOwn(result) && before.endsWith("\n") ? 0 : 1;
        expect(touchedLines(before, result.text)).toBeLessThanOrEqual(limit);
        texts.push(result.text);
        edits.push(result);
      }
      additions += edits.length;
      for (const edit of edits.toReversed()) expect(edited(takeBack(texts.pop() ?? "", edit)).text).toBe(texts.at(-1));
    }),
    { numRuns: 125 },
  );
  expect(additions).toBeGreaterThanOrEqual(1000);
  expect([...refusals].toSorted()).toEqual(["empty-text", "known-phrase"]);
});

it("what stands on lines of its own goes back in any order", () => {
  const word = fc.stringMatching(/^[а-я]{3,8}$/u).filter((one) => !STYLED_FAQ.includes(one));
  const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 4, maxLength: 4, selector: foldPhrase }), order, (words, order) => {
      let now = STYLED_FAQ;
      const edits = words.map((phrase, index) => {
        const edit = edited(addPhrase(now, index < 3 ? "indented" : "thanks", phrase));
        now = edit.text;
        return edit;
      });
      for (const index of order)
        now = edits.slice(index, index + 1).reduce((rest, edit) => edited(takeBack(rest, edit)).text, now);
      expect(now).toBe(STYLED_FAQ);
    }),
    { numRuns: 20 },
  );
});

it("the parser reads every added phrase as it was tidied, and nothing else differs", () => {
  const before = parseFaq(SMALL_FAQ);
  fc.assert(
    fc.property(phrase, (wanted) => {
      const result = addPhrase(SMALL_FAQ, "chats", wanted);
      if (result.kind === "refused" || result.change.kind !== "phrase") return;
      const after = parseFaq(result.text);
      // Placeholders and the like are for the check of the whole file to refuse.
      if (after.kind === "problems" || before.kind === "problems") return;
      const [first, ...rest] = before.faq.entries;
      const phrases = [...(first?.phrases ?? []), result.change.phrase];
      expect(after.faq).toEqual({ ...before.faq, entries: [{ ...first, phrases }, ...rest] });
    }),
    { numRuns: 300 },
  );
});
