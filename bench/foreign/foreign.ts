// `foreign`: other people's contents: how many questions find their entry, and how many strangers are answered anyway.
import { createRandom } from "../../src/search/linear.ts";
import { createMatcher, type Matcher } from "../../src/search/matcher.ts";
import type { Content } from "../contents.ts";
import { NATURAL, NLPJS, OURS, REFERENCE } from "../engines.ts";
import { markdownTable, percent } from "../markdown-table.ts";
import type { Print } from "../print.ts";
import { faqOf, type PublicSet, type Question, readPublicSets, share } from "./public-sets.ts";
import { randomContent, type Shape, shuffled } from "./random-contents.ts";

const PEERS = [OURS, REFERENCE, NATURAL, NLPJS];
/** Phrases an entry where few are learnt. */
const FEW = 10;
const SHAPES: readonly Shape[] = [
  { entries: 12, phrases: 5 },
  { entries: 12, phrases: 10 },
];
const RUNS = 12;
/** The share of what is out of scope that has to be recognised, as the literature counts. */
const RECALL = 0.85;
/** The peers take minutes for all. */
const PEER_STEP = 7;

/** Throws UsageError where BENCH_DATA names no folder with the sets. */
export async function printForeign(print: Print): Promise<void> {
  const sets = await readPublicSets();
  print.table(await wholeSets(sets, print));
  print.table(smallContents(sets, print));
}

async function wholeSets(sets: readonly PublicSet[], print: Print): Promise<string> {
  const rows: string[][] = [];
  for (const set of sets) {
    const random = createRandom(1);
    const few = set.contents.map(({ id, phrases }) => ({
      id,
      phrases: shuffled(phrases, random).slice(0, FEW),
    }));
    for (const [title, contents] of [
      ["all phrases", set.contents],
      [`${FEW} phrases`, few],
    ] as const) {
      print.progress(`foreign: ${set.name}, ${title}`);
      const shares = [];
      for (const engine of PEERS)
        shares.push(await firstRight(engine, contents, set.questions, engine === OURS ? 1 : PEER_STEP));
      const matcher = createMatcher(faqOf(contents));
      rows.push([`${set.name}, ${title}`, ...shares.map(percent), ...whatIsShown(matcher, set)]);
    }
  }
  const engines = PEERS.map(({ name }) => `${name}: first`);
  const shown = ["direct right", "wrong direct", "strangers answered", "direct at 85 % recall"];
  return `### Whole sets\n\n${markdownTable(["content", ...engines, ...shown], rows)}`;
}

async function firstRight(
  engine: (typeof PEERS)[number],
  contents: readonly Content[],
  questions: readonly Question[],
  step: number,
): Promise<number> {
  const build = await engine.load();
  const index = await build(faqOf(contents));
  const owned = questions.filter(({ want }) => want !== null);
  const asked = owned.filter((_, place) => place % step === 0);
  let right = 0;
  for (const { text, want } of asked) if ((await index.rank(text))[0] === want) right += 1;
  return right / asked.length;
}

function whatIsShown(matcher: Matcher, { questions }: PublicSet): readonly string[] {
  const outcomes = questions.map(({ text, want }) => {
    const { outcome, nearest } = matcher.decide(text);
    const [best] = nearest;
    const isRight = want !== null && best?.item.id === want;
    return { want, isDirect: outcome === "answer", isRight, confidence: best?.confidence ?? 0 };
  });
  const owned = outcomes.filter(({ want }) => want !== null);
  const strange = outcomes.filter(({ want }) => want === null);
  const sorted = strange.map(({ confidence }) => confidence).toSorted((a, b) => a - b);
  const threshold = sorted[Math.ceil(RECALL * sorted.length) - 1];
  const isSure = ({ isRight, confidence }: (typeof outcomes)[number]) =>
    threshold !== undefined && isRight && confidence > threshold;
  return [
    percent(share(owned, ({ isDirect, isRight }) => isDirect && isRight)),
    percent(share(owned, ({ isDirect, isRight }) => isDirect && !isRight)),
    strange.length === 0 ? "" : percent(share(strange, ({ isDirect }) => isDirect)),
    threshold === undefined ? "" : percent(share(owned, isSure)),
  ];
}

function smallContents(sets: readonly PublicSet[], print: Print): string {
  const rows = sets.flatMap((set) =>
    SHAPES.map((shape) => {
      const title = `${set.name}, ${shape.entries} × ${shape.phrases}`;
      print.progress(`foreign: ${title}`);
      const outcomes = Array.from({ length: RUNS }, (_, run) => {
        const { faq, questions } = randomContent(set, shape, 7919 * (run + 1));
        const matcher = createMatcher(faq);
        return questions.map(({ text, want }) => {
          const { outcome, answers } = matcher.decide(text);
          return { want, isDirect: outcome === "answer", isRight: answers[0]?.item.id === want };
        });
      }).flat();
      const owned = outcomes.filter(({ want }) => want !== null);
      const strange = outcomes.filter(({ want }) => want === null);
      return [
        title,
        percent(share(strange, ({ isDirect }) => isDirect)),
        percent(share(owned, ({ isDirect, isRight }) => isDirect && isRight)),
        percent(share(owned, ({ isDirect, isRight }) => isDirect && !isRight)),
      ];
    }),
  );
  const head = ["entries × phrases", "strangers answered", "direct right", "wrong direct"];
  return `### Random entries, every other question strange\n\n${markdownTable(head, rows)}`;
}
