// The list of questions that is asked of both versions, and what came of it.
import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Compare, CompareResult } from "../../../console/try/try-api.ts";
import type { Edit } from "../../../console/content/content-api.ts";
import { sameValue } from "../drafts/tidy-edit.ts";
import type { Answer } from "../shell/api-client.ts";
import { compareRows, onlyChanged, type CompareRow } from "./compare-rows.ts";
import { draftFault, type Fault } from "./fault.ts";
import { NO_QUESTIONS } from "./wording.ts";

/** The questions are pasted, or are those that people asked lately. */
export type Source = "list" | "journal";

export interface ComparisonPorts {
  readonly compare: (body: Compare) => Promise<Answer<CompareResult>>;
  readonly edits: ReadonlySignal<readonly Edit[]>;
  /** Of the content that is live; undefined until it is known. */
  readonly liveVersion: ReadonlySignal<string | undefined>;
}

export interface Outcome {
  readonly questions: number;
  readonly rows: readonly CompareRow[];
  /** Of all rows, how many change. */
  readonly changed: number;
  /** Without a draft there is only one answer to each. */
  readonly hasDraft: boolean;
  readonly source: Source;
}

export interface Comparison {
  readonly text: Signal<string>;
  readonly source: Signal<Source>;
  readonly isOnlyChanged: Signal<boolean>;
  readonly outcome: ReadonlySignal<Outcome | undefined>;
  readonly shown: ReadonlySignal<readonly CompareRow[]>;
  readonly fault: ReadonlySignal<Fault | undefined>;
  /** The draft or the content is another one by now. */
  readonly isOutdated: ReadonlySignal<boolean>;
  run(): Promise<void>;
}

interface Compared {
  readonly edits: readonly Edit[];
  readonly version: string | undefined;
}

export function createComparison(ports: ComparisonPorts): Comparison {
  const { compare, edits, liveVersion } = ports;
  const text = signal("");
  const source = signal<Source>("list");
  const isOnlyChanged = signal(false);
  const outcome = signal<Outcome | undefined>(undefined);
  const fault = signal<Fault | undefined>(undefined);
  const compared = signal<Compared>({ edits: [], version: undefined });
  let latest = 0;

  async function run(): Promise<void> {
    const from = source.value;
    const pasted = from === "list" ? pastedQuestions(text.value).questions : undefined;
    if (pasted?.length === 0) {
      fault.value = { title: NO_QUESTIONS, lines: [], draft: undefined };
      return;
    }
    latest += 1;
    const turn = latest;
    const asked: Compared = { edits: edits.value, version: liveVersion.value };
    const answer = await compare({ edits: asked.edits, questions: pasted });
    if (turn !== latest) return;
    const result = answer.kind === "ok" ? answer.value : undefined;
    fault.value = faultOf(answer, asked.edits);
    if (result?.kind !== "compared") return;
    const rows = compareRows(result);
    const changed = onlyChanged(rows).length;
    const hasDraft = asked.edits.length > 0;
    outcome.value = { questions: result.questions, rows, changed, hasDraft, source: from };
    compared.value = asked;
  }

  return {
    text,
    source,
    isOnlyChanged,
    outcome,
    fault,
    shown: computed(() => {
      const { rows = [], hasDraft = false } = outcome.value ?? {};
      // Without a draft nothing changes, and the choice is not offered.
      return isOnlyChanged.value && hasDraft ? onlyChanged(rows) : rows;
    }),
    isOutdated: computed(() => {
      const { edits: former, version } = compared.value;
      const isOther = version !== undefined && version !== liveVersion.value;
      return isOther || !sameValue(former, edits.value);
    }),
    run,
  };
}

function faultOf(answer: Answer<CompareResult>, asked: readonly Edit[]): Fault | undefined {
  if (answer.kind === "failed") return { title: answer.message, lines: [], draft: undefined };
  return answer.value.kind === "compared" ? undefined : draftFault(answer.value, asked);
}

// A pasted list: a line each, without the marks and numbers that come along with a copied list.

/** As many as the server takes at a time. */
export const MOST_QUESTIONS = 1000;
/** A message of MAX has no more. */
const LONGEST = 4000;

export interface PastedQuestions {
  readonly questions: readonly string[];
  /** How many lines were too many. */
  readonly leftOut: number;
}

/** Each once, in their order. */
export function pastedQuestions(text: string): PastedQuestions {
  const lines = text.split(/\r?\n/u).map((line) => withoutMark(line).trim().slice(0, LONGEST));
  const questions = [...new Set(lines.filter((line) => line !== ""))];
  return {
    questions: questions.slice(0, MOST_QUESTIONS),
    leftOut: Math.max(0, questions.length - MOST_QUESTIONS),
  };
}

/** "1. ", "2) ", "- ", "• " */
function withoutMark(line: string): string {
  return line.replace(/^\s*(?:\d{1,4}[.)]|[-–—•*])\s+/u, "");
}
