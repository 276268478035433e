// The whole check of a content, from its texts: mistakes, what could be better, and answers that have to stay.
import { askedLast } from "../dialog/conversation.ts";
import { createTalk } from "../dialog/talk.ts";
import { ownersOf, type Faq } from "../faq/faq.ts";
import { lintSheet } from "../faq/lint.ts";
import { parseFaq, type ParsedFaq } from "../faq/parse.ts";
import { parseCases, type Case, type ParsedCases, type TurnCase, NONE } from "../faq/parse-cases.ts";
import { inOrder, isError, type Problem, problem, type ActualReply } from "../faq/problems/problem.ts";
import { buildMatcher, type BuildMatcher, type Matcher } from "../search/matcher.ts";
import { atOnce, type Steps } from "../search/steps.ts";
import type { Sheet } from "../faq/sheet.ts";
import { checkNeighbours } from "./check-neighbours.ts";
import type { Decision } from "../search/decide.ts";

export interface ContentToCheck extends Besides {
  /** The text of faq.yaml. */
  readonly text: string;
}

/** What is checked besides faq.yaml itself. */
interface Besides {
  /** The text of questions.yaml; undefined where there is none. */
  readonly questionsText: string | undefined;
  /** Undefined where only what keeps a content out of service is wanted, in half the time. */
  readonly advice: Advice | undefined;
}

interface Advice {
  /** An ISO date. */
  readonly today: string;
  /** Whether the phrases of all items are compared, which is most of the work; they are where it is left out. */
  readonly comparesPhrases?: boolean;
}

interface Findings {
  /** Of faq.yaml, in its order. */
  readonly problems: readonly Problem[];
  /** Of questions.yaml, in its order: its own mistakes, and the cases that do not hold. */
  readonly questionProblems: readonly Problem[];
}

/** A content that is fit for service: no errors in either file, warnings perhaps. */
interface FitContent extends Findings {
  readonly kind: "fit";
  readonly faq: Faq;
  readonly sheet: Sheet;
  readonly cases: readonly Case[];
  /** Built once, at the first call; the check itself has called it where there are cases. */
  readonly matcher: () => Steps<Matcher>;
}

interface UnfitContent extends Findings {
  readonly kind: "unfit";
}

export type CheckedContent = FitContent | UnfitContent;

/** `build` makes the matcher; a caller who keeps it may bring another. */
export function checkContent(content: ContentToCheck, build: BuildMatcher = buildMatcher): CheckedContent {
  return atOnce(checkInSteps(content, build));
}

/** The same, for whoever has to do other things meanwhile. The first step takes a quarter of a second: it reads the text. */
export function* checkInSteps(content: ContentToCheck, build: BuildMatcher = buildMatcher): Steps<CheckedContent> {
  return yield* checkParsed(parseFaq(content.text), content, build);
}

/** The same of a faq.yaml that was read already. */
export function* checkParsed(
  parsed: ParsedFaq,
  { questionsText, advice }: Besides,
  build: BuildMatcher = buildMatcher,
): Steps<CheckedContent> {
  const { sheet } = parsed;
  const lint = sheet === undefined || advice === undefined ? [] : lintSheet(sheet, advice.today);
  if (parsed.kind === "problems") {
    const problems = inOrder([...parsed.problems, ...lint]);
    return {
      kind: "unfit",
      problems,
      questionProblems: casesOf(questionsText, undefined).problems,
    };
  }
  yield;
  const { faq, warnings } = parsed;
  const { cases, turns, problems: misread } = casesOf(questionsText, faq);
  const matcher = once(() => build(faq));
  const failed = cases.length === 0 ? [] : yield* runCases(cases, yield* matcher());
  const failedTurns = turns.length === 0 ? [] : yield* runTurns(turns, faq, yield* matcher());
  const isCompared = advice !== undefined && (advice.comparesPhrases ?? true);
  const neighbours = isCompared ? yield* checkNeighbours(faq, parsed.sheet) : [];
  const problems = inOrder([...warnings, ...lint, ...neighbours]);
  const questionProblems = inOrder([...misread, ...failed, ...failedTurns]);
  return questionProblems.some(isError)
    ? { kind: "unfit", problems, questionProblems }
    : { kind: "fit", problems, questionProblems, faq, sheet: parsed.sheet, cases, matcher };
}

function casesOf(text: string | undefined, faq: Faq | undefined): ParsedCases {
  if (text === undefined) return { cases: [], turns: [], problems: [] };
  return parseCases(text, faq && ownersOf(faq).map(({ id }) => id));
}

/** Made by whoever asks first, who is done with it before anybody else asks. */
function once<Value>(make: () => Steps<Value>): () => Steps<Value> {
  let made: { readonly value: Value } | undefined;
  return function* () {
    made ??= { value: yield* make() };
    return made.value;
  };
}

/** An error for each case that does not hold, in their order. */
function* runCases(cases: readonly Case[], matcher: Matcher): Steps<readonly Problem[]> {
  const failed: Problem[] = [];
  for (const { question, expected, place } of cases) {
    const decision = matcher.decide(question);
    if (!isRight(decision, expected)) {
      const got = replyOf(question, decision, matcher);
      failed.push(problem("failed-case", place, { question, expected, got }));
    }
    yield;
  }
  return failed;
}

/** The same for each turn of a conversation, read after those before it. */
function* runTurns(turns: readonly TurnCase[], faq: Faq, matcher: Matcher): Steps<readonly Problem[]> {
  const talk = createTalk(faq, matcher);
  const failed: Problem[] = [];
  for (const { question, expected, before, place } of turns) {
    const { outcome, answers, suggestions } = askedLast([...before, question], talk);
    const shown = [...answers, ...suggestions];
    const isKept = shown.some(({ id }) => expected.includes(id));
    if (!isKept && (outcome === "answer" || !expected.includes(NONE))) {
      const confidence = shown[0]?.confidence ?? 0;
      const ids = shown.map(({ id }) => id);
      const got = { outcome, ids, confidence, nearestPhrase: undefined };
      failed.push(problem("failed-case", place, { question, expected, got }));
    }
    yield;
  }
  return failed;
}

/** Where none is expected, everything but a direct answer is right: buttons, a pointer elsewhere, small talk. */
function isRight({ outcome, answers }: Decision, expected: readonly string[]): boolean {
  if (answers.some(({ item }) => expected.includes(item.id))) return true;
  return outcome !== "answer" && expected.includes(NONE);
}

function replyOf(question: string, decision: Decision, matcher: Matcher): ActualReply {
  const { outcome, answers, suggestions } = decision;
  const shown = answers.length > 0 ? answers : suggestions;
  const [first] = shown;
  const explained = matcher
    .explain(question)
    .candidates.find(({ kind, id }) => kind === first?.item.kind && id === first.item.id);
  return {
    outcome,
    ids: shown.map(({ item }) => item.id),
    confidence: first?.confidence ?? 0,
    nearestPhrase: explained?.nearestPhrase || undefined,
  };
}
