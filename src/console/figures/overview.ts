// GET overview: the figures of a period, as the report has them, with those of the period before.
import { z } from "zod";
import type { Faq } from "../../faq/faq.ts";
import { type Figures, type ItemCount, figuresOf } from "../../journal/figures.ts";
import { moscowDay } from "../../journal/moscow-time.ts";
import type { JournalPages, JudgedCount, CountTallies } from "../../store/journal/journal.ts";
import type { Overview, TopItem } from "./figures-api.ts";
import type { ConsoleArea, Download } from "../routes.ts";
import { reportCsv } from "../../journal/report-csv.ts";
import { createTitles } from "../../journal/wording.ts";
import { titleOf } from "../../dialog/admin/taught-content.ts";
import { filterOf, isInOrder, PERIOD, type Period, periodBefore } from "./period.ts";

export interface OverviewParts {
  readonly tallies: CountTallies;
  readonly pages: Pick<JournalPages, "judged" | "oldest">;
  readonly faq: () => Faq;
}

const QUERY = z.object(PERIOD).refine(isInOrder);

export function overviewArea(parts: OverviewParts): ConsoleArea {
  return (routes) => {
    routes.get("overview", QUERY, (period) => overviewOf(period, parts));
    routes.get("overview.csv", QUERY, (period) => overviewTable(period, parts));
  };
}

/** As the report writes it, but for the open questions: those are read on a page of their own. */
async function overviewTable(period: Period, { tallies, faq }: OverviewParts): Promise<Download> {
  const filter = filterOf(period);
  const figures = figuresOf(await tallies(filter), filter);
  const csv = reportCsv({ figures, titleOf: createTitles(faq()), groups: [] });
  return { kind: "download", name: `figures-${period.from}-${period.to}.csv`, csv };
}

async function overviewOf(period: Period, parts: OverviewParts): Promise<Overview> {
  const { tallies, pages, faq } = parts;
  const filter = filterOf(period);
  const former = periodBefore(period);
  const [counted, before, oldest] = await Promise.all([
    tallies(filter),
    pages.judged(filterOf(former)),
    pages.oldest(),
  ]);
  const figures = figuresOf(counted, filter);
  const content = { faq: faq() };
  const knownFrom = oldest === undefined ? undefined : moscowDay(oldest);
  const isComparable = knownFrom !== undefined && knownFrom <= former.from;
  const { entries, topics, ...same } = figures;
  return {
    ...same,
    knownFrom,
    solvedShare: shareOf(figures),
    before: isComparable ? beforeOf(before) : undefined,
    entries: topItems([...entries, ...onlyVotedOn(figures)], figures, content),
    topics: topItems(topics, figures, content),
  };
}

function shareOf({ solved, asked }: Pick<JudgedCount, "solved" | "asked">): number | undefined {
  return asked === 0 ? undefined : solved / asked;
}

function beforeOf(counts: JudgedCount): NonNullable<Overview["before"]> {
  const { questions, askedAgain } = counts;
  return { questions, askedAgain, solvedShare: shareOf(counts) };
}

function onlyVotedOn({ entries, votes }: Figures): readonly ItemCount[] {
  const counted = new Set(entries.map(({ id }) => id));
  return votes.entries.filter(({ entryId }) => !counted.has(entryId)).map(({ entryId }) => ({ id: entryId, count: 0 }));
}

function topItems(items: readonly ItemCount[], { votes }: Figures, content: { readonly faq: Faq }): readonly TopItem[] {
  const votesOf = new Map(votes.entries.map((one) => [one.entryId, one]));
  return items.map(({ id, count }) => {
    const { up, down } = votesOf.get(id) ?? { up: 0, down: 0 };
    return { id, title: titleOf(content, id), count, up, down };
  });
}
