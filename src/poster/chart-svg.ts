// The chart: how many questions when, stacked by what came of them. Made to be read on a phone.
import { box, INK, PALE_INK, PAPER, textLine } from "./svg.ts";
import { bucketsOf, type Bucket } from "../journal/buckets.ts";
import { OUTCOMES, type Outcome } from "../faq/outcome.ts";
import { sumOf, type Counts } from "../journal/counts.ts";
import type { Figures } from "../journal/figures.ts";
import { CHART_TITLE, daysInWords, NO_QUESTIONS, OUTCOME_LABELS } from "../journal/wording.ts";

/** Units of the drawing; a phone shows it about 350 points wide. */
const WIDTH = 720;
const MARGIN = 32;
const TITLE = { y: 56, size: 36 };
const SUBTITLE = { y: 96, size: 24 };
const LEGEND = { top: 124, rowHeight: 38, size: 23, square: 22, columns: 2 };
const PLOT = { left: 84, right: WIDTH - MARGIN, height: 300, topGap: 46 };
const AXIS = { size: 22, lineHeight: 27, height: 76 };
const BAR = { share: 0.7, maxWidth: 60, radius: 3, wide: 30, gap: 2 };
const MAX_TOTALS = 12;
const MAX_TICKS = 4;
const GRID = "#e3e6ec";

/** Told apart by people who see no red or green, and in grey as well. */
const FILLS: Readonly<Record<Outcome, string>> = {
  answer: "#2f6fd0",
  suggest: "#f0b43c",
  topic: "#8a6fc4",
  smalltalk: "#bcc4d0",
  none: "#d4492f",
};

/**
 * SVG. The colours are attributes, so that it is whole by itself; the classes (`o-answer` …, `ink`, `pale`, `paper`,
 * `grid`) let a page give it others.
 */
export function chartSvg(figures: Figures): string {
  const { unit, list } = bucketsOf(figures);
  const shown = OUTCOMES.filter((outcome) => figures.outcomes[outcome] > 0);
  const plotTop = LEGEND.top + Math.ceil(shown.length / LEGEND.columns) * LEGEND.rowHeight + PLOT.topGap;
  const height = plotTop + PLOT.height + AXIS.height;
  const subtitle = `${daysInWords(figures.firstDay, figures.lastDay)}, ${unit}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${CHART_TITLE}, ${subtitle}">`,
    box({ x: 0, y: 0, width: WIDTH, height, fill: PAPER, className: "paper" }),
    textLine(`${CHART_TITLE}: ${figures.questions}`, {
      ...left(TITLE.y),
      size: TITLE.size,
      fill: INK,
      isBold: true,
      className: "ink",
    }),
    textLine(subtitle, {
      ...left(SUBTITLE.y),
      size: SUBTITLE.size,
      fill: PALE_INK,
      className: "pale",
    }),
    ...shown.flatMap((outcome, nth) => legendEntry(outcome, figures.outcomes[outcome], nth)),
    ...plot(list, plotTop),
    "</svg>",
  ].join("\n");
}

function left(y: number) {
  return { x: MARGIN, y, anchor: "start" } as const;
}

function legendEntry(outcome: Outcome, count: number, nth: number): readonly string[] {
  const { columns, rowHeight, square, size } = LEGEND;
  const x = MARGIN + ((nth % columns) * (WIDTH - 2 * MARGIN)) / columns;
  const y = LEGEND.top + Math.floor(nth / columns) * rowHeight;
  const text = { x: x + square + 10, y: y + square - 3, size, anchor: "start" } as const;
  return [
    box({ x, y, width: square, height: square, radius: 4, ...fillOf(outcome) }),
    textLine(`${OUTCOME_LABELS[outcome]}: ${count}`, { ...text, fill: INK, className: "ink" }),
  ];
}

function fillOf(outcome: Outcome) {
  return { fill: FILLS[outcome], className: `o-${outcome}` };
}

function plot(list: readonly Bucket[], top: number): readonly string[] {
  const bottom = top + PLOT.height;
  const most = Math.max(...list.map(({ counts }) => sumOf(counts)));
  const step = stepFor(most);
  const ceiling = Math.max(1, Math.ceil(most / step)) * step;
  const yOf = (count: number) => bottom - (count / ceiling) * PLOT.height;
  const ticks = most === 0 ? [0] : Array.from({ length: ceiling / step + 1 }, (_, n) => n * step);
  const middle = { x: (PLOT.left + PLOT.right) / 2, y: top + PLOT.height / 2 };
  const none = textLine(NO_QUESTIONS, { ...middle, size: 26, fill: PALE_INK, className: "pale" });
  return [
    ...ticks.flatMap((tick) => gridLine(tick, yOf(tick))),
    ...list.flatMap((bucket, nth) => bar(bucket, slotOf(nth, list.length), yOf)),
    ...list.flatMap((bucket, nth) => barLabel(bucket, slotOf(nth, list.length).middle, bottom)),
    ...(most === 0 ? [none] : []),
  ];
}

/** 1, 2 or 5 with zeros: whole numbers, at most four of them. */
function stepFor(most: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].map((n) => n * power).find((n) => most / n <= MAX_TICKS);
    if (step !== undefined) return step;
  }
}

function gridLine(tick: number, y: number): readonly string[] {
  const { left: x, right } = PLOT;
  const label = { x: x - 12, y: y + AXIS.size * 0.36, size: AXIS.size, anchor: "end" } as const;
  return [
    box({ x, y: y - 0.75, width: right - x, height: 1.5, fill: GRID, className: "grid" }),
    textLine(String(tick), { ...label, fill: PALE_INK, className: "pale" }),
  ];
}

interface Slot {
  readonly middle: number;
  readonly width: number;
  readonly hasTotal: boolean;
}

function slotOf(nth: number, count: number): Slot {
  const width = (PLOT.right - PLOT.left) / count;
  return {
    middle: PLOT.left + (nth + 0.5) * width,
    width: Math.min(BAR.maxWidth, width * BAR.share),
    hasTotal: count <= MAX_TOTALS,
  };
}

function bar({ counts }: Bucket, slot: Slot, yOf: (count: number) => number): readonly string[] {
  const total = sumOf(counts);
  if (total === 0) return [];
  const text = { x: slot.middle, y: yOf(total) - 10, size: AXIS.size, fill: INK, className: "ink" };
  return [
    ...segments(counts, slot, yOf),
    ...(slot.hasTotal ? [textLine(String(total), { ...text, isBold: true })] : []),
  ];
}

/** Bottom to top in the order of the legend, a gap between them where there is room. */
function segments(counts: Counts, slot: Slot, yOf: (count: number) => number): readonly string[] {
  let below = 0;
  return OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => {
    const bottom = yOf(below);
    below += counts[outcome];
    const full = bottom - yOf(below);
    const height = full > 3 * BAR.gap ? full - BAR.gap : full;
    const place = { x: slot.middle - slot.width / 2, y: yOf(below), width: slot.width, height };
    const radius = slot.width < BAR.wide ? 1 : Math.min(BAR.radius, height / 2);
    return box({ ...place, radius, ...fillOf(outcome) });
  });
}

function barLabel({ label, subLabel }: Bucket, x: number, bottom: number): readonly string[] {
  const lines = [label, subLabel].filter((line) => line !== undefined);
  if (label === undefined) return [];
  return lines.map((line, index) =>
    textLine(line, {
      x,
      y: bottom + 8 + (index + 1) * AXIS.lineHeight,
      size: AXIS.size,
      fill: PALE_INK,
      className: "pale",
    }),
  );
}
