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

const group = z.strictObject({
  expect: z
    .union([text, z.array(text).min(1, { error: "empty-list" })])
    .describe(
      "id вопроса, который бот должен дать в ответ; список id, если подойдёт любой из них; none, если бот не должен отвечать",
    ),
  questions: z.array(text).min(1, { error: "empty-list" }).describe("Вопросы, как их задают люди"),
});

export const casesSchema = z
  .strictObject({
    cases: z
      .array(group)
      .min(1, { error: "empty-list" })
      .describe("Вопросы, сгруппированные по ожидаемому ответу"),
  })
  .meta({
    title: "questions.yaml",
    description:
      "Проверочные вопросы: команда check убеждается, что бот отвечает на них как ожидалось",
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

export interface ParsedCases {
  /** What could be read; with errors among the problems it may be less than the file holds. */
  readonly cases: readonly Case[];
  /** In the order of the file. */
  readonly problems: readonly Problem[];
}

/** `knownIds` are those of entries, topics and small talk; undefined when they are not known. */
export function parseCases(text: string, knownIds: readonly string[] | undefined): ParsedCases {
  const { cases, problems } = parseAsIs(text, knownIds);
  const reread = (plain: string) => parseAsIs(plain, knownIds).problems;
  return { cases, problems: inOrder(namingOddSpaces(text, problems, reread)) };
}

function parseAsIs(text: string, knownIds: readonly string[] | undefined): ParsedCases {
  const document = readDocument(text, ["cases"]);
  if (document.kind === "unreadable") return { cases: [], problems: document.problems };
  const { sheet, problems: misshapen } = readShape(casesSchema, document.root, document.locator);
  const cases = casesOf(sheet);
  const problems = [
    ...document.problems,
    ...misshapen,
    ...checkTexts(sheet),
    ...(knownIds === undefined ? [] : unknownIds(sheet, knownIds)),
    ...repeated(cases),
  ];
  return { cases, problems };
}

type Group = NonNullable<NonNullable<SheetOf<CasesFile>["values"]["cases"]>[number]>;

function expectedOf({ expect }: Group): readonly string[] {
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

function unknownIds(sheet: SheetOf<CasesFile>, knownIds: readonly string[]): readonly Problem[] {
  const known = new Set([...knownIds, NONE]);
  const suggest = createSuggester([...known]);
  return (sheet.values.cases ?? []).flatMap((group, at) =>
    (group === undefined ? [] : expectedOf(group))
      .filter((id) => !known.has(id))
      .map((id) => {
        const place = sheet.placeOfText(["cases", at, "expect"], id);
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
    return firstLine === undefined
      ? []
      : [warning("repeated-case", place, { question, firstLine })];
  });
}
