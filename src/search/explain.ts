// A decision explained in Russian, in words an administrator understands. Shown by `ask` and the preview.
import type { Outcome } from "../faq/outcome.ts";
import type { Settings } from "../faq/faq.ts";
import type { ReadWord, RepairKind } from "../text/read.ts";
import { AMBIGUITY_GAP, type Scored } from "./decide.ts";
import type { ItemKind } from "./items.ts";
import type { Candidate } from "./ranker.ts";
import type { MessageDecision } from "./parts.ts";

/** One repair of what was typed: `vfrc` → `макс` (keyboard layout). */
export interface Repair {
  readonly from: string;
  readonly to: string;
  /** In Russian: "раскладка", "транслит", "опечатка" … */
  readonly how: string;
}

/** A word of the question and what it said for (positive) or against (negative) a candidate. */
export interface WordWeight {
  readonly word: string;
  readonly weight: number;
}

export interface CandidateExplanation {
  readonly kind: "entry" | "topic" | "smalltalk";
  readonly id: string;
  /** The question of an entry, the id of a side topic. */
  readonly title: string;
  /** 0…1; the estimated probability that this is what was asked. */
  readonly confidence: number;
  readonly nearestPhrase: string;
  readonly words: readonly WordWeight[];
}

export interface Explanation {
  readonly question: string;
  /** The words the matcher looked up, after all repairs. */
  readonly understoodAs: string;
  readonly repairs: readonly Repair[];
  readonly outcome: Outcome;
  /** Russian sentences: why it answered, suggested or stayed silent. */
  readonly reasons: readonly string[];
  /** Best first, at most five. */
  readonly candidates: readonly CandidateExplanation[];
}

const MAX_CANDIDATES = 5;
const MAX_WORDS = 8;

const REPAIR_NAMES: Readonly<Record<RepairKind, string>> = {
  layout: "раскладка клавиатуры",
  translit: "транслит",
  typo: "опечатка",
  glued: "слитно написанные слова",
};

/** A side topic is named by its first phrase, so that it has to be said what it is. */
const NEAREST: Readonly<Record<ItemKind, string>> = {
  entry: "Ближе всего:",
  topic: "Ближе всего тема вне списка вопросов:",
  smalltalk: "Ближе всего реплика разговора:",
};

/** What was read out of a message and how it ranked. */
export interface Ranking {
  readonly words: readonly ReadWord[];
  readonly candidates: readonly (Scored & {
    readonly candidate: Candidate;
    /** Whether the opposite was asked. */
    readonly isReversed?: boolean;
  })[];
}

interface Explainable {
  readonly ranking: Ranking;
  readonly decision: MessageDecision;
  /** All phrases of the content, by their index. */
  readonly phrases: readonly string[];
  /** What the linear model makes of a word for a class: positive speaks for it. */
  readonly weightOf: (word: string, label: number) => number;
  readonly settings: Settings;
}

export function explain(question: string, explainable: Explainable): Explanation {
  const { ranking, decision } = explainable;
  return {
    question,
    understoodAs: ranking.words.map(({ text }) => text).join(" "),
    repairs: repairsOf(ranking.words),
    outcome: decision.outcome,
    reasons: reasonsOf(explainable),
    candidates: ranking.candidates.slice(0, MAX_CANDIDATES).map((scored) => candidateOf(scored, explainable)),
  };
}

/** One repair for each word that was typed, though several may have come of it. */
function repairsOf(words: readonly ReadWord[]): readonly Repair[] {
  const repairs: Repair[] = [];
  for (const [at, { from, text, repair }] of words.entries()) {
    if (from === undefined || repair === undefined) continue;
    const last = repairs.at(-1);
    const isSame = last !== undefined && words[at - 1]?.from === from;
    if (isSame) repairs.splice(-1, 1, { ...last, to: `${last.to} ${text}` });
    else repairs.push({ from, to: text, how: REPAIR_NAMES[repair] });
  }
  return repairs;
}

function candidateOf(
  { item, confidence, candidate }: Ranking["candidates"][number],
  { ranking, phrases, weightOf }: Explainable,
): CandidateExplanation {
  const words = [...new Set(ranking.words.map(({ text }) => text))]
    .map((word) => ({ word, weight: round(weightOf(word, candidate.label)) }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MAX_WORDS);
  return {
    kind: item.kind,
    id: item.id,
    title: item.title,
    confidence: round(confidence),
    nearestPhrase: phrases[candidate.nearness.bestPhrase] ?? "",
    words,
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

function reasonsOf({ ranking, decision, settings }: Explainable): readonly string[] {
  const [first, second] = ranking.candidates;
  const [owner] = decision.basis === "exact" ? decision.answers : [];
  if (owner !== undefined) return [`${NEAREST[owner.item.kind]} «${owner.item.title}», так и записано, слово в слово.`];
  if (first === undefined) return ["В сообщении нет слов, по которым можно искать."];
  const nearest = `${NEAREST[first.item.kind]} «${first.item.title}»`;
  const reasons = [`${nearest}, уверенность ${percent(first.confidence)}.`];
  const known = first.candidate.evidence.knownShare;
  if (known < 0.6) {
    reasons.push(`Знакомы только ${percent(known)} содержания сообщения, это снижает уверенность.`);
  }
  if (first.isReversed === true) {
    reasons.push("Спрошено обратное тому, что записано, это снижает уверенность.");
  }
  const threshold = first.item.threshold ?? settings.answerThreshold;
  switch (decision.outcome) {
    case "answer":
      if (decision.basis !== "whole") return [...reasons, partReason(decision)];
      reasons.push(`Это не ниже порога ответа ${percent(threshold)}, поэтому бот отвечает сразу.`);
      break;
    case "suggest":
      reasons.push(suggestReason(first.confidence, second?.confidence ?? 0, threshold));
      break;
    case "none":
      reasons.push(
        `Этого мало: ни один вопрос не набрал порога подсказки ${percent(settings.suggestThreshold)}, и бот честно говорит, что не знает.`,
      );
      break;
    case "topic":
      reasons.push("Поэтому бот подсказывает, где узнать.");
      break;
    case "smalltalk":
      reasons.push("Это не вопрос, поэтому бот поддерживает разговор.");
      break;
  }
  return reasons;
}

function partReason({ basis, answers, asides = [] }: MessageDecision): string {
  const titles = [...answers, ...asides]
    .map(({ item, confidence }) => `«${item.title}» (${percent(confidence)})`)
    .join(" и ");
  return basis === "two-questions"
    ? `В сообщении несколько вопросов, бот отвечает на каждый: ${titles}.`
    : `Одно предложение сообщения само по себе ясно, и бот отвечает на него: ${titles}.`;
}

function suggestReason(first: number, second: number, threshold: number): string {
  return first >= threshold && first - second < AMBIGUITY_GAP
    ? `Второй кандидат почти так же близок (${percent(second)}), поэтому бот предлагает выбрать.`
    : `Для прямого ответа нужно ${percent(threshold)}, поэтому бот предлагает выбрать.`;
}
