// Answers: links that work, and short enough to be sent as one message.
import { linkFaultsOf } from "../markup/link-faults.ts";
import { richTextOf } from "../markup/markdown.ts";
import { plainOf } from "../markup/rich-text.ts";
import { ANSWER_RESERVE, composeAnswer, MAX_TEXT_LENGTH, sentLengthOf } from "./compose-answer.ts";
import { fillPlaceholders, type PlaceholderValues } from "./placeholders.ts";
import { problem, warning, type Problem } from "./problem.ts";
import type { Draft, Sheet } from "./sheet.ts";
import type { FaqFile } from "./schema.ts";
import type { Path } from "./yaml-node.ts";

type DraftEntry = Draft<FaqFile["entries"][number]>;
type DraftSideTopic = Draft<NonNullable<FaqFile["topics"]>[number]>;

const MAX_LENGTH = MAX_TEXT_LENGTH - ANSWER_RESERVE;

export function checkAnswers(sheet: Sheet): readonly Problem[] {
  const { entries, topics, smalltalk, organization } = sheet.draft;
  const values = { organization: organization?.name ?? "", contact: organization?.contact ?? "" };
  const sideTopics = (list: string, items: readonly DraftSideTopic[] | undefined) =>
    (items ?? []).flatMap((sideTopic, index) =>
      checkSideTopic(sideTopic, [list, index, "answer"], sheet, values),
    );
  return [
    ...(entries ?? []).flatMap((entry, index) =>
      checkEntry(entry, ["entries", index, "answer"], sheet, values),
    ),
    ...sideTopics("topics", topics),
    ...sideTopics("smalltalk", smalltalk),
  ];
}

function checkEntry(
  entry: DraftEntry,
  path: Path,
  sheet: Sheet,
  values: PlaceholderValues,
): readonly Problem[] {
  if (entry?.answer === undefined) return [];
  const { question = "", checked, source } = entry;
  const answer = fillPlaceholders(entry.answer, values).trim();
  const shown = source === undefined ? undefined : { title: source.title ?? "", url: source.url };
  const length = sentLengthOf(composeAnswer({ question, answer, source: shown, checked }));
  return [...checkLength(length, path, sheet), ...checkMarkup(entry.answer, path, sheet)];
}

function checkSideTopic(
  sideTopic: DraftSideTopic,
  path: Path,
  sheet: Sheet,
  values: PlaceholderValues,
): readonly Problem[] {
  if (sideTopic?.answer === undefined) return [];
  const length = sentLengthOf(richTextOf(fillPlaceholders(sideTopic.answer, values).trim()));
  return [...checkLength(length, path, sheet), ...checkMarkup(sideTopic.answer, path, sheet)];
}

function checkLength(length: number, path: Path, sheet: Sheet): readonly Problem[] {
  if (length <= MAX_LENGTH) return [];
  return [problem("answer-too-long", sheet.placeOf(path), { length, maxLength: MAX_LENGTH })];
}

function checkMarkup(answer: string, path: Path, sheet: Sheet): readonly Problem[] {
  const links = linkFaultsOf(answer).map(({ fault, source, nth }) =>
    problem("bad-link", sheet.placeOfText(path, source, nth), { fault, source }),
  );
  if (!plainOf(richTextOf(answer)).includes("**")) return links;
  return [...links, warning("stray-bold", sheet.placeOfText(path, "**"), {})];
}
