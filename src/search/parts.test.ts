import { expect, test } from "vitest";
import type { Scored } from "./decide.ts";
import type { Item } from "./items.ts";
import { decideMessage } from "./parts.ts";
import type { Segmentable } from "./seams.ts";

const SETTINGS = { answerThreshold: 0.5, suggestThreshold: 0.1 };

function itemOf(id: string, kind: Item["kind"] = "entry"): Item {
  return { kind, id, title: id, phrases: [], support: [], threshold: undefined };
}

const ITEMS = { a: itemOf("a"), b: itemOf("b"), c: itemOf("c"), price: itemOf("price", "topic") };

function scored(id: keyof typeof ITEMS, confidence: number): Scored {
  return { item: ITEMS[id], confidence };
}

/** Words of a text; a sentence begins after "/", a clause after ",". */
function words(text: string): readonly Segmentable[] {
  return text.split(" / ").flatMap((sentence) =>
    sentence.split(", ").flatMap((clause, place) =>
      clause.split(" ").map((word, at): Segmentable => {
        const border = at > 0 ? "none" : place > 0 ? "clause" : "sentence";
        return { text: word, border };
      }),
    ),
  );
}

/** What a part with one of these words asks for, and how surely; a part with two of them is unclear. */
const ASKED: Readonly<Record<string, readonly [keyof typeof ITEMS, number]>> = {
  дубли: ["a", 0.9],
  закон: ["b", 0.9],
  роль: ["c", 0.9],
  цена: ["price", 0.9],
  вроде: ["b", 0.65],
  немного: ["b", 0.3],
};

function rank(part: readonly Segmentable[]): readonly Scored[] {
  const found = part.flatMap(({ text }) => (ASKED[text] === undefined ? [] : [ASKED[text]]));
  const others = Object.keys(ITEMS).filter((id): id is "a" | "b" | "c" | "price" =>
    found.every(([known]) => known !== id),
  );
  return [
    ...found.map(([id, confidence]) => scored(id, confidence / found.length)),
    ...others.map((id) => scored(id, 0.03)),
  ].sort((one, other) => other.confidence - one.confidence);
}

function decided(text: string) {
  const { outcome, basis, answers, asides, suggestions } = decideMessage(
    words(text),
    rank(words(text)),
    rank,
    SETTINGS,
  );
  const ids = (list: readonly Scored[] = []) => list.map(({ item }) => item.id);
  return { outcome, basis, answers: ids(answers), asides: ids(asides), first: ids(suggestions)[0] };
}

test.each([
  ["какой закон / откуда дубли чатов", ["b", "a"], "two sentences"],
  ["какой закон и откуда дубли", ["b", "a"], "two halves"],
  ["какой закон, откуда дубли", ["b", "a"], "a question behind another and a comma"],
  ["про дубли и кстати закон какой", ["a", "b"], "an announced question"],
  ["откуда дубли / и вроде так", ["a", "b"], "a less sure one that is joined"],
  ["какой закон / откуда дубли / где роль", ["b", "a", "c"], "three questions"],
  ["какой закон и откуда дубли / и где роль", ["b", "a", "c"], "two in the first sentence"],
])("%j gets the answers %j: %s", (text, answers) => {
  expect(decided(text)).toMatchObject({ outcome: "answer", basis: "two-questions", answers });
});

test.each([
  ["откуда дубли чатов", "answer", ["a"], "one question"],
  ["откуда дубли / куда эти дубли девать", "answer", ["a"], "the same question twice"],
  ["не спрашиваю про закон / откуда дубли", "answer", ["a"], "one that is not asked"],
  ["про закон я поняла / откуда дубли", "answer", ["a"], "one that was answered"],
  ["наши дубли / вроде это", "answer", ["a"], "a less sure one that nothing joins"],
  ["всем доброго вечера", "none", [], "no question"],
])("%j: %s %j: %s", (text, outcome, answers) => {
  expect(decided(text)).toMatchObject({ outcome, answers });
});

test("what a part may ask for is offered before all else", () => {
  const decision = decideMessage(
    words("откуда дубли / немного про это"),
    [scored("a", 0.8), scored("c", 0.1)],
    rank,
    SETTINGS,
  );
  expect(decision.answers.map(({ item }) => item.id)).toEqual(["a"]);
  expect(decision.suggestions.map(({ item }) => item.id)).toEqual(["b", "c"]);
});

test("where no sentence ends, both questions have to show in the whole", () => {
  const text = words("наши дубли и наш закон");
  const twoIn = (whole: readonly Scored[]) => decideMessage(text, whole, rank, SETTINGS).answers;
  expect(twoIn([scored("a", 0.6), scored("b", 0.2)])).toHaveLength(2);
  expect(twoIn([scored("a", 0.9), scored("b", 0.01)])).toHaveLength(1);
});

test("a topic beside an entry is said beside its answer, and of two topics both are", () => {
  expect(decided("откуда дубли / и какая цена")).toMatchObject({
    outcome: "answer",
    answers: ["a"],
    asides: ["price"],
  });
  expect(decided("цена какая / и цена")).toMatchObject({ outcome: "topic", answers: ["price"] });
});

test("one clear sentence inside a story that is unclear as a whole is answered", () => {
  const story = words("вчера заходила завуч / откуда дубли чатов / она была сердита");
  const unclear = [scored("b", 0.3), scored("a", 0.2)];
  const decision = decideMessage(story, unclear, rank, SETTINGS);
  expect(decision).toMatchObject({ outcome: "answer", basis: "one-sentence" });
  expect(decision.answers[0]?.item.id).toBe("a");
});

test("the parts that are ranked have no more than 96 words in all, however many conjunctions", () => {
  let ranked = 0;
  const counting = (part: readonly Segmentable[]) => {
    ranked += part.length;
    return rank(part);
  };
  const unclear = [scored("b", 0.3), scored("a", 0.2)];
  decideMessage(words("почему чаты и ".repeat(24)), unclear, counting, SETTINGS);
  expect(ranked).toBeLessThanOrEqual(96);
});

test("of a story the first three and the last two sentences are parts", () => {
  const seen = new Set<string>();
  const noting = (part: readonly Segmentable[]) => {
    seen.add(part[1]?.text ?? "");
    return rank(part);
  };
  const story = Array.from({ length: 400 }, (_, at) => `предложение ${at}`).join(" / ");
  decideMessage(words(story), [], noting, SETTINGS);
  expect([...seen]).toEqual(["0", "1", "2", "398", "399"]);
});
