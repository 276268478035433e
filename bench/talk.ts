// `talk`: second turns of conversations, read alone and with what was said before; and what the context costs.
import { readFileSync } from "node:fs";
import { askedLast } from "../src/dialog/conversation.ts";
import type { Asked } from "../src/dialog/parent/question.ts";
import type { LiveContent } from "../src/live/content.ts";
import { markdownTable, percent } from "./markdown-table.ts";
import type { Print } from "./print.ts";

const SAMPLES = ["followup-dev", "followup-fresh", "followup-unseen"];

interface Row {
  readonly first: string;
  readonly second: string;
  /** Ids that are right; empty where nothing in the content answers. */
  readonly right: readonly string[];
  /** What the second turn asks for. */
  readonly group: "same entry" | "other entry" | "not known";
}

/** Courtesies and wishes, which no entry answers, are left out. */
const NO_QUESTION = new Set(["thanks", "person", "not-that"]);

function readRows(name: string): readonly Row[] {
  const [, ...lines] = readFileSync(`bench/samples/${name}.tsv`, "utf8").trim().split("\n");
  return lines.flatMap((line): readonly Row[] => {
    const [first = "", second = "", expected = "", firstId = ""] = line.split("\t");
    if (NO_QUESTION.has(expected)) return [];
    const right = expected.split("|").map((id) => (id === "same" ? firstId : id));
    if (expected === "-") return [{ first, second, right: [], group: "not known" }];
    return [{ first, second, right, group: expected.startsWith("same") ? "same entry" : "other entry" }];
  });
}

const has = (items: Asked["answers"], { right }: Row) => items.some(({ id }) => right.includes(id));

/** Shares of the rows: answered or offered what is right; answered what is wrong, or what nothing answers. */
function cellsOf(judged: readonly { readonly row: Row; readonly asked: Asked }[]): readonly string[] {
  const share = (is: (one: (typeof judged)[number]) => boolean) => percent(judged.filter(is).length / judged.length);
  const isDirect = ({ asked }: (typeof judged)[number]) => asked.outcome === "answer";
  return [
    share(({ row, asked }) => has(asked.answers, row) || has(asked.suggestions, row)),
    share((one) => isDirect(one) && has(one.asked.answers, one.row)),
    share((one) => isDirect(one) && !has(one.asked.answers, one.row)),
  ];
}

export function printTalk({ talk }: LiveContent, print: Print): void {
  const samples = SAMPLES.map((name) => ({ name, rows: readRows(name) }));
  const lines = samples.flatMap(({ name, rows }) =>
    (["same entry", "other entry", "not known"] as const).map((group) => {
      const some = rows.filter((row) => row.group === group);
      const alone = some.map((row) => ({ row, asked: askedLast([row.second], talk) }));
      const after = some.map((row) => ({ row, asked: askedLast([row.first, row.second], talk) }));
      return [name, group, `${some.length}`, ...cellsOf(alone), ...cellsOf(after)];
    }),
  );
  const figures = ["helped", "answered right", "answered wrong"];
  const columns = ["sample", "asks for", "rows", ...figures.map((one) => `alone: ${one}`), ...figures];
  print.table(markdownTable(columns, lines));
  print.table(
    costTable(
      samples.flatMap(({ rows }) => rows),
      talk,
    ),
  );
}

const ROUNDS = 20;

/** Time of one question, alone and with what was said before: of each the median of the rounds, so that pauses of the machine count little. */
function costTable(rows: readonly Row[], talk: LiveContent["talk"]): string {
  const lasts = rows.map(({ first }) => talk.ask(first, undefined).message.about);
  const measure = (isTalk: boolean) => {
    const medians = rows.map(({ second }, at) => {
      const times = Array.from({ length: ROUNDS }, () => {
        const before = performance.now();
        talk.ask(second, isTalk ? lasts[at] : undefined);
        return performance.now() - before;
      });
      return times.toSorted((a, b) => a - b)[ROUNDS / 2] ?? 0;
    });
    medians.sort((a, b) => a - b);
    return [0.5, 0.99].map((share) => (medians[Math.floor(medians.length * share)] ?? 0).toFixed(2));
  };
  // The first pass warms up.
  measure(false);
  return markdownTable(
    ["a question", "p50 ms", "p99 ms"],
    [
      ["alone", ...measure(false)],
      ["after a reply", ...measure(true)],
    ],
  );
}
