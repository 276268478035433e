// questions.yaml: text in, regression cases out, or what is wrong with the file.
import { createSuggester } from "../text/nearest-name.ts";
import { casesSchema, NONE, type CasesFile } from "./cases-schema.ts";
import { foldPhrase } from "../text/normalise.ts";
import { checkTexts } from "./check-texts.ts";
import { inOrder, problem, warning, type Place, type Problem } from "./problem.ts";
import { readDocument } from "./read-document.ts";
import { readShape } from "./shape.ts";
import type { SheetOf } from "./sheet.ts";

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
  const document = readDocument(text, ["cases"]);
  if (document.kind === "unreadable") return { cases: [], problems: inOrder(document.problems) };
  const { sheet, problems: misshapen } = readShape(casesSchema, document.root, document.locator);
  const cases = casesOf(sheet);
  const problems = [
    ...document.problems,
    ...misshapen,
    ...checkTexts(sheet),
    ...(knownIds === undefined ? [] : unknownIds(sheet, knownIds)),
    ...repeated(cases),
  ];
  return { cases, problems: inOrder(problems) };
}

type Group = NonNullable<NonNullable<SheetOf<CasesFile>["draft"]["cases"]>[number]>;

function expectedOf({ expect }: Group): readonly string[] {
  const ids = typeof expect === "object" ? expect : [expect];
  return ids.flatMap((id) => (id === undefined || id.trim() === "" ? [] : [id.trim()]));
}

function casesOf(sheet: SheetOf<CasesFile>): readonly Case[] {
  return (sheet.draft.cases ?? []).flatMap((group, at) => {
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
  return (sheet.draft.cases ?? []).flatMap((group, at) =>
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
