// Draws stacked bars by Chart.js: a chunk of its own, fetched by the first plot.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  Tooltip,
  type ChartConfiguration,
} from "chart.js";
import { OUTCOMES, type Outcome } from "../../../faq/outcome.ts";
import { sumOf } from "../../../journal/counts.ts";
import { OUTCOME_LABELS } from "../../../journal/wording.ts";
import { OUTCOME_LOOKS } from "../parts/outcomes.ts";
import type { Bar } from "./bars.ts";

export interface PlotOptions {
  readonly bars: readonly Bar[];
  readonly onBar: (bar: Bar, outcome: Outcome | undefined) => void;
}

export interface BarPlot {
  update(options: PlotOptions): void;
  remove(): void;
}

type Bars = ChartConfiguration<"bar", number[], string>;

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** From below: the good at the bottom, what the bot did not know on top of all. */
const STACK = OUTCOMES;
const WIDEST = 44;

export function drawBars(canvas: HTMLCanvasElement, first: PlotOptions): BarPlot {
  let options = first;
  const chart = new Chart(
    canvas,
    configOf(() => options),
  );
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    fill(chart, options.bars);
    chart.update();
  };
  scheme.addEventListener("change", paint);
  paint();
  return {
    update(next) {
      options = next;
      paint();
    },
    remove() {
      scheme.removeEventListener("change", paint);
      chart.destroy();
    },
  };
}

function fill(chart: Chart<"bar", number[], string>, bars: readonly Bar[]): void {
  const colour = colourReader(chart.canvas);
  chart.data.labels = bars.map(({ label }) => label);
  STACK.forEach((outcome, at) => {
    const dataset = chart.data.datasets[at];
    if (dataset === undefined) return;
    dataset.data = bars.map(({ counts }) => counts[outcome]);
    dataset.backgroundColor = colour(OUTCOME_LOOKS[outcome].colour);
    // A hairline between the parts: colour alone is not for everybody.
    dataset.borderColor = colour("--panel");
  });
  const { x, y } = chart.options.scales ?? {};
  for (const scale of [x, y]) {
    if (scale?.ticks !== undefined) scale.ticks.color = colour("--faint");
    if (scale?.grid !== undefined) scale.grid.color = colour("--line");
  }
}

function colourReader(element: Element): (name: string) => string {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(name).trim();
}

function configOf(options: () => PlotOptions): Bars {
  const font = { family: getComputedStyle(document.body).fontFamily, size: 12 };
  return {
    type: "bar",
    data: {
      labels: [],
      datasets: STACK.map((outcome) => ({
        label: OUTCOME_LABELS[outcome],
        data: [],
        maxBarThickness: WIDEST,
        borderWidth: { top: 1 },
        borderSkipped: false,
        borderRadius: 3,
      })),
    },
    options: {
      // Figures are read, not watched.
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: "index", intersect: false },
      onHover: (_, active, { canvas }) => {
        canvas.style.cursor = active.length > 0 ? "pointer" : "default";
      },
      onClick: (event, active, chart) => {
        const { native } = event;
        if (native === null) return;
        // A part of a bar leads to its outcome, the room above it to the whole bar.
        const [part] = chart.getElementsAtEventForMode(
          native,
          "nearest",
          { intersect: true },
          false,
        );
        const bar = options().bars[active[0]?.index ?? -1];
        if (bar !== undefined) {
          options().onBar(bar, part === undefined ? undefined : STACK[part.datasetIndex]);
        }
      },
      scales: {
        x: {
          stacked: true,
          grid: { display: false },
          border: { display: false },
          ticks: { font, maxRotation: 0, autoSkipPadding: 12 },
        },
        y: {
          stacked: true,
          beginAtZero: true,
          border: { display: false },
          grid: {},
          ticks: { font, precision: 0, maxTicksLimit: 5 },
        },
      },
      plugins: { tooltip: tooltipOf(options, font) },
    },
  };
}

function tooltipOf(options: () => PlotOptions, font: { readonly family: string }) {
  const barAt = (at: number | undefined) => options().bars[at ?? -1];
  return {
    padding: 10,
    cornerRadius: 10,
    boxPadding: 4,
    titleFont: font,
    bodyFont: font,
    itemSort: (a: { datasetIndex: number }, b: { datasetIndex: number }) =>
      b.datasetIndex - a.datasetIndex,
    filter: ({ raw }: { raw: unknown }) => raw !== 0,
    callbacks: {
      title: (items: readonly { dataIndex: number }[]) => {
        const bar = barAt(items[0]?.dataIndex);
        return bar === undefined ? "" : `${bar.title}: ${sumOf(bar.counts)}`;
      },
    },
  };
}
