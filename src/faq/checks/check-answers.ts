// Answers: links that work, short enough to be sent as one message, and for a phone to show.
import { linkFaultsOf } from "../../markup/link-faults.ts";
import { richTextOf } from "../../markup/markdown.ts";
import { plainOf, type RichText } from "../../markup/rich-text.ts";
import { ANSWER_RESERVE, composeAnswer, sentLengthOf } from "../compose-answer.ts";
import { TEXT_LENGTH } from "../../markup/max-limits.ts";
import type { Source } from "../faq.ts";
import { fillPlaceholders } from "../placeholders.ts";
import { problem, warning, type Problem } from "../problems/problem.ts";
import type { Sheet } from "../sheet.ts";
import type { Path } from "../yaml/yaml-node.ts";

const MAX_LENGTH = TEXT_LENGTH - ANSWER_RESERVE;

export function checkAnswers(sheet: Sheet): readonly Problem[] {
  return answersIn(sheet).flatMap(({ written, path, messageWith, source }) => [
    ...checkLength(sentLengthOf(messageWith(source)), path, sheet),
    ...checkMarkup(written, path, sheet),
  ]);
}

interface Answer {
  readonly written: string;
  readonly path: Path;
  readonly source: Source | undefined;
  /** As it is sent; a side topic has no source. */
  readonly messageWith: (source: Source | undefined) => RichText;
}

/** In the order of the lists; those that are missing are left out. */
function answersIn({ values }: Sheet): readonly Answer[] {
  const { entries, topics, smalltalk, organization } = values;
  const names = { organization: organization?.name ?? "", contact: organization?.contact ?? "" };
  const filled = (answer: string) => fillPlaceholders(answer, names).trim();
  const sideTopics = Object.entries({ topics: topics ?? [], smalltalk: smalltalk ?? [] });
  return [
    ...(entries ?? []).flatMap((entry, at): readonly Answer[] => {
      if (entry?.answer === undefined) return [];
      const { question = "", answer: written, details, checked, source } = entry;
      const content = { question, answer: filled(written), checked };
      const longer = composeAnswer({
        question,
        answer: filled(details ?? ""),
        source: undefined,
        checked: undefined,
      });
      const path = ["entries", at, "details"];
      return [
        ...(details === undefined ? [] : [{ written: details, path, source: undefined, messageWith: () => longer }]),
        {
          written,
          path: ["entries", at, "answer"],
          source: source && { title: source.title ?? "", url: source.url },
          messageWith: (shown) => composeAnswer({ ...content, source: shown }),
        },
      ];
    }),
    ...sideTopics.flatMap(([list, items]) =>
      items.flatMap((item, at): readonly Answer[] => {
        if (item?.answer === undefined) return [];
        const text = richTextOf(filled(item.answer));
        const path = [list, at, "answer"];
        return [{ written: item.answer, path, source: undefined, messageWith: () => text }];
      }),
    ),
  ];
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

/**
 * A phone of 360 dp shows some 36 Cyrillic letters of 16 sp on a line of a bubble, and some 30 such lines between the
 * chat's title and its input. One screen and half another is what one flick brings; further down few people read.
 */
const LINE_LENGTH = 36;
const MAX_LINES = 45;

/** The line with the source is not counted: nobody has to read it. */
export function checkLengthOnPhone(sheet: Sheet): readonly Problem[] {
  return answersIn(sheet).flatMap(({ path, messageWith }) => {
    const lines = linesOnPhone(messageWith(undefined));
    if (lines <= MAX_LINES) return [];
    return [warning("long-for-a-phone", sheet.placeOf(path), { lines, maxLines: MAX_LINES })];
  });
}

/** Lines a text takes on a phone; a break at a word's end makes it one more now and then. */
function linesOnPhone(text: RichText): number {
  return plainOf(text)
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_LENGTH)), 0);
}
