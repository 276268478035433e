import { assert as assertProperty, property, string } from "fast-check";
import { expect, test } from "vitest";
import { sideTopic, SMALL_FAQ } from "../../test/support/dialog/small-faq.ts";
import type { Faq } from "../faq/faq.ts";
import { createMatcher } from "./matcher.ts";
import { RECIPE, type Recipe } from "./recipe.ts";

const matcher = createMatcher(SMALL_FAQ);

function first(text: string): string | undefined {
  const { answers, suggestions } = matcher.decide(text);
  return [...answers, ...suggestions][0]?.item.id;
}

test.each([
  ["книгу потерял ребёнок", "lost-book", "other words in another order"],
  ["gjnthzk rybue", "lost-book", "the wrong keyboard layout"],
  ["poteryal knigu", "lost-book", "transliteration"],
  ["патерял книгу", "lost-book", "a slip"],
  ["куда платить за обед", "pay-lunch", "words of two entries"],
  ["спасибо большое вам", "thanks", "small talk"],
  ["какая погода на улице", "weather", "a topic"],
])("%j finds %s: %s", (text, id) => {
  expect(first(text)).toBe(id);
});

test.each(["", "???", "👍", "qwrtpsd", "今天天气怎么样", "12345"])("%j finds nothing", (text) => {
  expect(matcher.decide(text)).toMatchObject({ outcome: "none", answers: [], suggestions: [] });
});

test("the same content gives the same confidence to the last digit", () => {
  const again = createMatcher(SMALL_FAQ);
  for (const text of ["потерял книгу", "обед", "оплата"]) {
    expect(again.decide(text)).toEqual(matcher.decide(text));
  }
});

test("an entry with a threshold of its own must be surer", () => {
  const strict: Faq = {
    ...SMALL_FAQ,
    entries: SMALL_FAQ.entries.map((entry) => ({ ...entry, threshold: 1 })),
  };
  expect(matcher.decide("потерял я книгу").outcome).toBe("answer");
  expect(createMatcher(strict).decide("потерял я книгу").outcome).toBe("suggest");
});

test("unknown words that carry the message lower the confidence", () => {
  const sure = matcher.decide("потерял книгу").nearest[0]?.confidence ?? 0;
  const unsure = matcher.decide("потерял книгу блокчейн синхрофазотрон").nearest[0]?.confidence ?? 0;
  expect(unsure).toBeLessThan(sure);
});

test("confidences are probabilities, best first, whatever is typed", () => {
  assertProperty(
    property(string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const { nearest } = matcher.decide(text);
      const confidences = nearest.map(({ confidence }) => confidence);
      for (const confidence of confidences) {
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
      expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    }),
    { numRuns: 200 },
  );
});

test("an explanation names the repairs, the nearest phrase and what spoke for it", () => {
  const explanation = matcher.explain("gjnthzk rybue");
  expect(explanation.repairs[0]).toEqual({
    from: "gjnthzk",
    to: "потерял",
    how: "раскладка клавиатуры",
  });
  expect(explanation.candidates[0]).toMatchObject({
    id: "lost-book",
    nearestPhrase: "потерял книгу",
  });
  expect(explanation.candidates[0]?.words[0]?.weight).toBeGreaterThan(0);
  expect(explanation.reasons.length).toBeGreaterThan(1);
});

test("an explanation says when the nearest is no question", () => {
  expect(matcher.explain("какая погода на улице").reasons[0]).toMatch(/^Ближе всего тема вне списка вопросов:/u);
  expect(matcher.explain("спасибо большое вам").reasons[0]).toMatch(/^Ближе всего реплика разговора:/u);
});

test("related entries are those that talk about the same", () => {
  expect(matcher.relatedTo("take-book")[0]).toBe("lost-book");
  expect(matcher.relatedTo("no-such")).toEqual([]);
});

test("a content in Latin script works as well, with uneven numbers of phrases", () => {
  const [template] = SMALL_FAQ.entries;
  if (template === undefined) throw new Error("the small FAQ is empty");
  const entry = (id: string, question: string, phrases: readonly string[]) => ({
    ...template,
    id,
    question,
    phrases,
  });
  const english: Faq = {
    ...SMALL_FAQ,
    entries: [
      entry("refund", "How do I get a refund?", ["money back", "return my payment", "refund types"]),
      entry("address", "Where are you located?", ["office address"]),
    ],
    topics: [],
    smalltalk: [],
  };
  const { answers, suggestions } = createMatcher(english).decide("which type of refund");
  expect([...answers, ...suggestions][0]?.item.id).toBe("refund");
});

test("a content of one entry answers it", () => {
  const only: Faq = {
    ...SMALL_FAQ,
    entries: SMALL_FAQ.entries.slice(0, 1),
    topics: [],
    smalltalk: [],
  };
  const { answers, suggestions } = createMatcher(only).decide("взять книгу");
  expect([...answers, ...suggestions][0]?.item.id).toBe("take-book");
});

/** Phrases that another item is nearer to, and signs. */
const ODD: Faq = {
  ...SMALL_FAQ,
  entries: SMALL_FAQ.entries.map((entry) =>
    entry.id === "menu-today"
      ? { ...entry, threshold: 1, phrases: [...entry.phrases, "оплатить обеды", "где"] }
      : entry,
  ),
  smalltalk: [...SMALL_FAQ.smalltalk, sideTopic("joy", ["👍", "❤️", "🇷🇺", "🤷‍♀️", ")))", "+", "новый обед"], "Рад!")],
};

test.each([
  ["Оплатить обеды!", "menu-today", "though another entry ranks first, and below the threshold"],
  ["где", "menu-today", "though the word carries no meaning"],
  ["Новый обед", "joy", "small talk of the words of an entry"],
  ["как оплатить обеды", "pay-lunch", "the title of the button"],
  ["👍🏽👍🏽", "joy", "thumbs of any skin, as many as there are"],
  ["❤", "joy", "a heart without its colour"],
  ["))", "joy", "another number of smiles"],
  ["+", "joy", "one sign"],
  ["👍🎉", "joy", "a known sign beside an unknown one"],
  ["🇷🇺🎉🇩🇪", "joy", "a known flag beside others"],
  ["🎉🤷🏽‍♀️", "joy", "a joined sign of any skin beside another"],
])("%j gets %s, as it is written there: %s", (text, id) => {
  const decision = createMatcher(ODD).decide(text);
  expect(decision.answers.map(({ item, confidence }) => [item.id, confidence])).toEqual([[id, 1]]);
});

test("an explanation of what is written in the content says so, and puts its owner first", () => {
  const { reasons, candidates } = createMatcher(ODD).explain("оплатить обеды");
  expect(reasons).toEqual(["Ближе всего: «Что сегодня на обед?», так и записано, слово в слово."]);
  expect(candidates[0]).toMatchObject({ id: "menu-today", confidence: 1 });
});

test.each([
  ["когда", "a question word of some phrase"],
  ["что делать, если", "function words of a question"],
  ["есть ли", "function words of no phrase"],
  ["сколько", "a question word of no phrase"],
  ["ааааа ыыы", "letters that are no words"],
  ["подскажите пожалуйста", "a courtesy"],
])("%j gets neither an answer nor buttons: %s", (text) => {
  const { outcome, suggestions } = matcher.decide(text);
  expect(["none", "smalltalk"]).toContain(outcome);
  expect(suggestions).toEqual([]);
});

test.each(["потерял рассудок", "оплата кредита", "меню блокчейна"])(
  "%j, of which half is strange, is offered and not answered",
  (text) => {
    const { outcome, nearest } = matcher.decide(text);
    expect(outcome).not.toBe("answer");
    expect(nearest[0]?.confidence ?? 0).toBeLessThan(0.5);
  },
);

test.each(["ааааа ыыы", "кто заведующая", "как поменять роль в игре"])("without rivals %j is not sure", (text) => {
  const alone = {
    ...SMALL_FAQ,
    entries: SMALL_FAQ.entries.slice(0, 1),
    topics: [],
    smalltalk: [],
  };
  expect(createMatcher(alone).decide(text).outcome).not.toBe("answer");
});

test("what people ask anybody in the world makes an entry with the same turn less sure", () => {
  const [entry] = SMALL_FAQ.entries;
  if (entry === undefined) throw new Error("The small content has no entry");
  const phrases = ["поменять роль", "как сменить роль учителя", "где меняют роль", "другая роль"];
  const roles = { ...entry, id: "role", question: "Как поменять роль?", phrases };
  const faq = { ...SMALL_FAQ, entries: [...SMALL_FAQ.entries, roles] };
  const confidenceOf = (recipe: Recipe) =>
    createMatcher(faq, recipe).decide("кому дали роль в новом сериале").nearest[0]?.confidence ?? 0;
  expect(confidenceOf(RECIPE)).toBeLessThan(confidenceOf({ ...RECIPE, strangers: false }));
});
