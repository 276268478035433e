// questions.yaml, which holds questions with the answer the bot has to give: its shape, and its text read.
import { z } from "zod";
import { createSuggester } from "../text/nearest-name.ts";
import { foldPhrase } from "../text/normalise.ts";
import { checkTexts } from "./checks/check-texts.ts";
import { inOrder, problem, warning, type Place, type Problem } from "./problems/problem.ts";
import { namingOddSpaces } from "./yaml/odd-spaces.ts";
import { readDocument } from "./yaml/read-document.ts";
import { readShape } from "./shape.ts";
import type { SheetOf } from "./sheet.ts";

// The message of each check is the problem code it stands for; shape.ts relies on that.

/** Stands where no entry is expected: the bot must not answer directly. */
export const NONE = "none";

const text = z.string().regex(/\S/u, { error: "empty-text" });

const expect = z
  .union([text, z.array(text).min(1, { error: "empty-list" })])
  .describe(
    "id вопроса, который бот должен дать в ответ; список id, если подойдёт любой из них; none, если бот не должен отвечать",
  );

const group = z.strictObject({
  expect,
  questions: z.array(text).min(1, { error: "empty-list" }).describe("Вопросы, как их задают люди"),
});

const turn = z.strictObject({ question: text.describe("Что пишет человек"), expect });

export const casesSchema = z
  .strictObject({
    cases: z.array(group).min(1, { error: "empty-list" }).describe("Вопросы, сгруппированные по ожидаемому ответу"),
    conversations: z
      .array(z.array(turn).min(1, { error: "empty-list" }).describe("Реплики по порядку"))
      .describe(
        "Разговоры: каждую реплику бот читает после предыдущих; ожидаемый вопрос он должен дать в ответ или предложить",
      )
      .optional(),
  })
  .meta({
    title: "questions.yaml",
    description: "Проверочные вопросы: команда check убеждается, что бот отвечает на них как ожидалось",
  });

/** questions.yaml as it is written, once its shape is right. */
export type CasesFile = z.infer<typeof casesSchema>;

/** A question and what has to come of it. */
export interface Case {
  readonly question: string;
  /** Ids of which any is right; NONE where the bot may stay without a direct answer. */
  readonly expected: readonly string[];
  readonly place: Place;
}

/** A turn of a conversation: what is expected may be answered, or offered. */
export interface TurnCase extends Case {
  /** The turns before it, in their order. */
  readonly before: readonly string[];
}

export interface ParsedCases {
  /** What could be read; with errors among the problems it may be less than the file holds. */
  readonly cases: readonly Case[];
  readonly turns: readonly TurnCase[];
  /** In the order of the file. */
  readonly problems: readonly Problem[];
}

/** `knownIds` are those of entries, topics and small talk; undefined when they are not known. */
export function parseCases(text: string, knownIds: readonly string[] | undefined): ParsedCases {
  const { problems, ...read } = parseAsIs(text, knownIds);
  const reread = (plain: string) => parseAsIs(plain, knownIds).problems;
  return { ...read, problems: inOrder(namingOddSpaces(text, problems, reread)) };
}

function parseAsIs(text: string, knownIds: readonly string[] | undefined): ParsedCases {
  const document = readDocument(text, ["cases"]);
  if (document.kind === "unreadable") return { cases: [], turns: [], problems: document.problems };
  const { sheet, problems: misshapen } = readShape(casesSchema, document.root, document.locator);
  const cases = casesOf(sheet);
  const problems = [
    ...document.problems,
    ...misshapen,
    ...checkTexts(sheet),
    ...(knownIds === undefined ? [] : unknownIds(sheet, knownIds)),
    ...repeated(cases),
  ];
  return { cases, turns: turnsOf(sheet), problems };
}

type Expected = Pick<NonNullable<NonNullable<SheetOf<CasesFile>["values"]["cases"]>[number]>, "expect">;

function expectedOf({ expect }: Expected): readonly string[] {
  const ids = typeof expect === "object" ? expect : [expect];
  return ids.flatMap((id) => (id === undefined || id.trim() === "" ? [] : [id.trim()]));
}

function casesOf(sheet: SheetOf<CasesFile>): readonly Case[] {
  return (sheet.values.cases ?? []).flatMap((group, at) => {
    const expected = group === undefined ? [] : expectedOf(group);
    if (expected.length === 0) return [];
    return (group?.questions ?? []).flatMap((question, nth) =>
      question === undefined || question.trim() === ""
        ? []
        : [{ question, expected, place: sheet.placeOf(["cases", at, "questions", nth]) }],
    );
  });
}

/** A turn that cannot be read is left out, and so is it from what stands before the others. */
function turnsOf(sheet: SheetOf<CasesFile>): readonly TurnCase[] {
  return (sheet.values.conversations ?? []).flatMap((turns, at) =>
    (turns ?? []).flatMap((turn, nth) => {
      const question = turn?.question?.trim() ?? "";
      const expected = turn === undefined ? [] : expectedOf(turn);
      if (question === "" || expected.length === 0) return [];
      const before = (turns ?? []).slice(0, nth).flatMap((one) => one?.question?.trim() || []);
      const place = sheet.placeOf(["conversations", at, nth, "question"]);
      return [{ question, expected, before, place }];
    }),
  );
}

function unknownIds(sheet: SheetOf<CasesFile>, knownIds: readonly string[]): readonly Problem[] {
  const known = new Set([...knownIds, NONE]);
  const suggest = createSuggester([...known]);
  const { cases = [], conversations = [] } = sheet.values;
  const all = [
    ...cases.map((group, at) => ({ expecting: group, path: ["cases", at, "expect"] })),
    ...conversations.flatMap((turns, at) =>
      (turns ?? []).map((turn, nth) => ({
        expecting: turn,
        path: ["conversations", at, nth, "expect"],
      })),
    ),
  ];
  return all.flatMap(({ expecting, path }) =>
    (expecting === undefined ? [] : expectedOf(expecting))
      .filter((id) => !known.has(id))
      .map((id) => {
        const place = sheet.placeOfText(path, id);
        return problem("unknown-expected", place, { id, suggestion: suggest(id) });
      }),
  );
}

function repeated(cases: readonly Case[]): readonly Problem[] {
  const firstLines = new Map<string, number>();
  return cases.flatMap(({ question, place }) => {
    const folded = foldPhrase(question);
    const firstLine = firstLines.get(folded);
    if (firstLine === undefined) firstLines.set(folded, place.line);
    return firstLine === undefined ? [] : [warning("repeated-case", place, { question, firstLine })];
  });
}
