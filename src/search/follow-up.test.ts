import { expect, test } from "vitest";
import { SMALL_FAQ } from "../../test/support/dialog/small-faq.ts";
import { createMatcher } from "./matcher.ts";

const matcher = createMatcher(SMALL_FAQ);
const idsOf = (text: string, earlier: readonly string[]) =>
  matcher.decide(text, earlier).suggestions.map(({ item }) => item.id);

test.each(["а учебник?", "и суп тоже?", "а если она порвана?", "почему"])(
  "%j is not answered alone: what the talk was about is offered",
  (text) => {
    const decision = matcher.decide(text, ["lost-book"]);
    expect(decision.outcome).toBe("suggest");
    expect(idsOf(text, ["lost-book"]).slice(0, 2)).toContain("lost-book");
  },
);

test("a whole question about something else is answered as without a talk", () => {
  for (const text of ["куда платить за питание", "меню столовой", "Как оплатить обеды?"]) {
    const alone = matcher.decide(text);
    expect(alone.outcome).toBe("answer");
    expect(matcher.decide(text, ["lost-book"]).answers).toEqual(alone.answers);
  }
});

test("what the content holds word for word is answered again, however soon", () => {
  for (const text of ["потерял книгу", "взять книгу"]) {
    const [owner] = matcher.decide(text).answers;
    expect(matcher.decide(text, [owner?.item.id ?? ""]).outcome).toBe("answer");
  }
});

test("thanks stay thanks, a topic that is clear stays a topic", () => {
  expect(matcher.decide("спасибо", ["lost-book"]).outcome).toBe("smalltalk");
  expect(matcher.decide("какая завтра погода", ["lost-book"]).outcome).toBe("topic");
});

test("letters that mean nothing are no follow-up", () => {
  for (const text of ["ывапролд", "xkqzw", "фжщ ъъъ"]) {
    expect(matcher.decide(text, ["lost-book"]).suggestions).toEqual([]);
  }
});

test("what is near to the last answer fills the places that are left, and never more than four", () => {
  const ids = idsOf("а почему?", ["pay-lunch"]);
  expect(ids[0]).toBe("pay-lunch");
  expect(ids.length).toBeGreaterThan(1);
  expect(ids.length).toBeLessThanOrEqual(4);
  expect(new Set(ids).size).toBe(ids.length);
});

test("entries that are gone are no talk", () => {
  expect(matcher.decide("почему", ["gone"])).toEqual(matcher.decide("почему"));
});
