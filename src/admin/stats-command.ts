// /stats: the figures of a period as text and as a picture.
import type { AdminAnswer, AdminCommand } from "./admin.ts";
import {
  STATS_DESCRIPTION,
  statsMessage,
  statsPeriodOf,
  unknownPeriodMessage,
} from "../dialog/admin/stats-message.ts";
import { renderPng } from "../poster/render-png.ts";
import type { Faq } from "../faq/faq.ts";
import { chartSvg } from "../poster/chart-svg.ts";
import { figuresOf, type Figures } from "../journal/figures.ts";
import { spanOf, type Period } from "../journal/moscow-time.ts";
import type { Journal, Votes } from "../store/journal/journal.ts";

export interface StatsParts {
  readonly journal: Pick<Journal, "between">;
  readonly votes: Pick<Votes, "between">;
  /** The content that is live at the moment. */
  readonly faq: () => Faq;
  readonly now: () => number;
}

/** Twice the units of the drawing: sharp on a phone, and still some 40 kB. */
const PICTURE_WIDTH = 1440;

export function statsCommand(parts: StatsParts): AdminCommand {
  return {
    description: STATS_DESCRIPTION,
    run: async ({ argument }): Promise<AdminAnswer> => {
      const period = statsPeriodOf(argument);
      if (period === undefined) return { message: unknownPeriodMessage() };
      const figures = await figuresIn(period, parts);
      const message = statsMessage(figures, period, parts.faq());
      if (figures.questions === 0) return { message };
      const bytes = await renderPng(chartSvg(figures), { width: PICTURE_WIDTH });
      return { message, picture: { name: "stats.png", bytes } };
    },
  };
}

async function figuresIn(period: Period, { journal, votes, now }: StatsParts): Promise<Figures> {
  const span = spanOf(period, now());
  const [questions, cast] = await Promise.all([
    journal.between(span.from, span.to),
    votes.between(span.from, span.to),
  ]);
  return figuresOf({ questions, votes: cast }, span);
}
