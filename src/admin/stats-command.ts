// /stats: the figures of a period as text and as a picture.
import type { AdminAnswer, AdminCommand } from "./admin.ts";
import { STATS_DESCRIPTION, statsMessage, statsPeriodOf, unknownPeriodMessage } from "../dialog/admin/stats-message.ts";
import { renderPng } from "../poster/render-png.ts";
import type { Faq } from "../faq/faq.ts";
import { chartSvg } from "../poster/chart-svg.ts";
import { figuresOf } from "../journal/figures.ts";
import { spanOf } from "../journal/moscow-time.ts";
import type { CountTallies } from "../store/journal/journal.ts";

export interface StatsParts {
  readonly tallies: CountTallies;
  /** The content that is live at the moment. */
  readonly faq: () => Faq;
  readonly now: () => number;
}

/** Twice the units of the drawing: sharp on a phone, and still some 40 kB. */
const PICTURE_WIDTH = 1440;

export function statsCommand({ tallies, faq, now }: StatsParts): AdminCommand {
  return {
    description: STATS_DESCRIPTION,
    run: async ({ argument }): Promise<AdminAnswer> => {
      const period = statsPeriodOf(argument);
      if (period === undefined) return { message: unknownPeriodMessage() };
      const span = spanOf(period, now());
      const figures = figuresOf(await tallies(span), span);
      const message = statsMessage(figures, period, faq());
      if (figures.questions === 0) return { message };
      const bytes = await renderPng(chartSvg(figures), { width: PICTURE_WIDTH });
      return { message, picture: { name: "stats.png", bytes } };
    },
  };
}
