import { DAY_MS } from "../text/local-date.ts";
import { expect, test } from "vitest";
import { renderPng } from "./render-png.ts";
import { PRINTABLE, widthOf } from "./text-width.ts";
import type { AskedQuestion } from "../journal/records.ts";
import { bucketsOf } from "../journal/buckets.ts";
import { chartSvg } from "./chart-svg.ts";
import { sumOf } from "../journal/counts.ts";
import { figuresOf } from "../journal/figures.ts";
import { spanOf, type Period } from "../journal/moscow-time.ts";
import { NOW, question, talliesOf } from "../../test/support/journal/records.ts";

const WEEK: Period = { kind: "days", count: 7 };
const EVERY_OUTCOME = ["answer", "suggest", "topic", "smalltalk", "none"] as const;

const figures = (questions: readonly AskedQuestion[], period: Period = WEEK) =>
  figuresOf(talliesOf(questions), spanOf(period, NOW));

/** A question of each outcome on each of the last days. */
function daily(days: number, perDay = 1): readonly AskedQuestion[] {
  return Array.from({ length: days * perDay }, (_, n) =>
    EVERY_OUTCOME.map((outcome) => question(`${n}${outcome}`, { outcome, at: NOW - (n % days) * DAY_MS })),
  ).flat();
}

interface Line {
  readonly x: number;
  readonly anchor: string;
  readonly size: number;
  readonly text: string;
}

function linesOf(svg: string): readonly Line[] {
  const pattern =
    /<text[^>]*? x="(?<x>[\d.-]+)"[^>]*text-anchor="(?<anchor>\w+)"[^>]*font-size="(?<size>[\d.]+)"[^>]*>(?<text>[^<]*)</gu;
  return Array.from(svg.matchAll(pattern), ({ groups = {} }) => ({
    x: Number(groups["x"]),
    anchor: groups["anchor"] ?? "",
    size: Number(groups["size"]),
    text: groups["text"] ?? "",
  }));
}

test.each([
  [{ kind: "days", count: 1 }, 24, "по часам", "0:00"],
  [{ kind: "days", count: 7 }, 7, "по дням", "чт"],
  [{ kind: "days", count: 30 }, 30, "по дням", "25.11"],
  [{ kind: "days", count: 90 }, 14, "по неделям", "23.11"],
  [{ kind: "days", count: 400 }, 14, "по месяцам", "11.26"],
] as const)("the period %j has %i bars, %s", (period, count, unit, label) => {
  const buckets = bucketsOf(figures(daily(period.count), period));
  expect([buckets.list.length, buckets.unit]).toEqual([count, unit]);
  const labels = buckets.list.flatMap((bucket) => bucket.label ?? []);
  expect(labels).toContain(label);
  expect(labels.length).toBeLessThanOrEqual(8);
  const total = buckets.list.reduce((sum, { counts }) => sum + sumOf(counts), 0);
  expect(total).toBe(period.count * EVERY_OUTCOME.length);
});

test("the heights of the parts of a bar are as their counts", () => {
  const svg = chartSvg(figures([...daily(1, 40), ...daily(1, 40).filter((q) => q.outcome === "none")]));
  const heights = EVERY_OUTCOME.map((outcome) => {
    const found = [...svg.matchAll(new RegExp(`class="o-${outcome}"[^>]* height="([\\d.]+)"`, "gu"))];
    return Number(found.at(-1)?.[1]);
  });
  const [answer = 0, , , , none = 0] = heights;
  expect(none / answer).toBeCloseTo(2, 0);
});

test.each([
  ["nothing", [], WEEK],
  ["one question", [question("1")], WEEK],
  ["every outcome", daily(7), WEEK],
  ["large numbers", daily(7, 400), WEEK],
  ["a whole month", daily(30, 9), { kind: "days", count: 30 } as const],
])("the texts of a chart of %s are printable and within the picture", (_, questions, period) => {
  const svg = chartSvg(figures(questions, period));
  const lines = linesOf(svg);
  expect(lines.length).toBeGreaterThan(2);
  for (const { x, anchor, size, text } of lines) {
    expect(Array.from(text).filter((sign) => !PRINTABLE.includes(sign))).toEqual([]);
    const width = widthOf(text, size);
    const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    expect([text, left >= 0 && left + width <= 720]).toEqual([text, true]);
  }
});

test("an empty period says so", () => {
  expect(chartSvg(figures([]))).toContain("За это время вопросов не было");
});

test("the chart becomes a picture, the same for the same figures", async () => {
  const svg = chartSvg(figures(daily(7)));
  const [first, second] = [await renderPng(svg, { width: 360 }), await renderPng(svg, { width: 360 })];
  expect(first.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect(first.readUInt32BE(16)).toBe(360);
  expect(Buffer.compare(first, second)).toBe(0);
});
