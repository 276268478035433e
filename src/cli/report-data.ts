// All that a report shows, whatever form it takes.
import type { LiveContent } from "../live/content.ts";
import { groupQuestions, guessEntries } from "../journal/group-questions.ts";
import { figuresOf, type Tallies } from "../journal/figures.ts";
import type { Span } from "../journal/moscow-time.ts";
import type { Report as Table } from "../journal/report-csv.ts";
import { createTitles } from "../journal/wording.ts";
import { whyOpen, type AskedQuestion } from "../journal/records.ts";

export interface Report extends Table {
  /** How many groups there are besides. */
  readonly groupsLeftOut: number;
}

/** What is asked less often than so many others is not read by anybody. */
const MAX_GROUPS = 200;
const GUESSES = 2;
/** Entries less likely than this are no guess. */
const LEAST_GUESS = 0.05;

/** What was recorded in a period. */
export interface Records {
  readonly questions: readonly AskedQuestion[];
  readonly tallies: Tallies;
}

export function reportOf(
  { questions, tallies }: Records,
  span: Span,
  { faq, matcher }: Pick<LiveContent, "faq" | "matcher">,
): Report {
  const open = questions.filter((one) => whyOpen(one) !== undefined && one.handled === undefined);
  const groups = groupQuestions(open, faq);
  const decide = (text: string) => matcher.decide(text);
  return {
    figures: figuresOf(tallies, span),
    titleOf: createTitles(faq),
    groups: groups.slice(0, MAX_GROUPS).map((group) => ({
      ...group,
      text: oneLine(group.text),
      otherTexts: group.otherTexts.map(oneLine),
      nearest: guessEntries(group, decide, GUESSES)
        .filter(({ confidence }) => confidence >= LEAST_GUESS)
        .map(({ item }) => item.title),
    })),
    groupsLeftOut: Math.max(0, groups.length - MAX_GROUPS),
  };
}

/** What strangers wrote moves no cursor, turns no text around and adds no lines. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
}
