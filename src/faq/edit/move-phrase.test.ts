import { expect, it } from "vitest";
import { lineDiff } from "../../compare/line-diff.ts";
import { broken, SMALL_FAQ } from "../../../test/support/faq/small-faq.ts";
import { STYLED_FAQ, STYLED_OWNERS, edited } from "../../../test/support/faq/edit-cases.ts";
import { parseFaq } from "../parse.ts";
import { ownersOf } from "../faq.ts";
import { teachPhrase } from "./move-phrase.ts";
import { takeBack, turnedRound } from "./take-back.ts";

function phrasesIn(text: string): ReadonlyMap<string, readonly string[]> {
  const parsed = parseFaq(text);
  if (parsed.kind === "problems") throw new Error(`Invalid: ${parsed.problems[0]?.code}`);
  return new Map(ownersOf(parsed.faq).map(({ id, phrases }) => [id, phrases]));
}

/** Every pair of owners of which the first has a phrase to spare. */
const PAIRS = [...phrasesIn(STYLED_FAQ)].flatMap(([fromId, [phrase, ...rest]]) =>
  phrase === undefined || rest.length === 0
    ? []
    : STYLED_OWNERS.filter((id) => id !== fromId).map((ownerId) => ({ fromId, ownerId, phrase })),
);

it("takes a phrase from any layout into any other, nothing else changes, and it goes back", () => {
  expect(PAIRS.length).toBeGreaterThan(20);
  for (const { fromId, ownerId, phrase } of PAIRS) {
    const before = phrasesIn(STYLED_FAQ);
    const edit = edited(teachPhrase(STYLED_FAQ, ownerId, phrase));
    const wanted = new Map(before)
      .set(fromId, (before.get(fromId) ?? []).slice(1))
      .set(ownerId, [...(before.get(ownerId) ?? []), phrase]);
    expect(phrasesIn(edit.text)).toEqual(wanted);
    expect(edit.change).toEqual({ kind: "moved", phrase, fromId, ownerId });
    const back = edited(takeBack(edit.text, edit));
    expect(back.text).toBe(STYLED_FAQ);
    const again = edited(takeBack(back.text, { ...back, change: turnedRound(back.change) }));
    expect(again.text).toBe(edit.text);
  }
});

it("takes it back to the end of its list where others have written between the two", () => {
  const { text, ...done } = edited(teachPhrase(SMALL_FAQ, "code", "что будет с чатом"));
  const meanwhile = text.replace("Как изменить роль?", "Как сменить роль?");
  const back = edited(takeBack(meanwhile, done));
  expect(back.text).toBe(SMALL_FAQ.replace("Как изменить роль?", "Как сменить роль?"));
});

it("moves the phrase as it is spelt in the file, line by line", () => {
  const edit = edited(teachPhrase(SMALL_FAQ, "code", "Что будет с ЧАТОМ?!"));
  const changed = lineDiff(SMALL_FAQ, edit.text).filter(({ kind }) => kind !== "same");
  expect(changed.map(({ kind, line }) => `${kind} ${line}`)).toEqual([
    "gap ",
    "removed       - что будет с чатом",
    "gap ",
    "removed     phrases: [не приходит код]",
    "added     phrases: [не приходит код, что будет с чатом]",
    "gap ",
  ]);
});

it.each([
  ["the question of an entry", SMALL_FAQ, "code", "Как изменить роль?", "known-phrase"],
  ["the last phrase of its owner", SMALL_FAQ, "code", "поменять роль", "no-phrases"],
  ["what its owner has already", SMALL_FAQ, "role", "поменять роль", "known-phrase"],
  ["a phrase for nobody", SMALL_FAQ, "gone", "поменять роль", "unknown-owner"],
  ["anything in a broken file", broken("entries:", "entries: ["), "role", "а", "broken-file"],
])("refuses to move %s", (_what, text, ownerId, phrase, kind) => {
  expect(teachPhrase(text, ownerId, phrase)).toMatchObject({ refusal: { kind } });
});

it("finds nothing to take back where the phrase has gone on", () => {
  const edit = edited(teachPhrase(SMALL_FAQ, "code", "что будет с чатом"));
  const gone = edited(teachPhrase(edit.text, "thanks", "что будет с чатом"));
  expect(takeBack(gone.text, edit)).toMatchObject({ refusal: { kind: "not-there" } });
});
