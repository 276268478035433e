// `reliability`: whether a confidence of 70 % is right seven times in ten.
import type { LiveContent } from "../src/live/content.ts";
import type { Matcher } from "../src/search/matcher.ts";
import type { SampleRow } from "../src/cli/evaluation.ts";
import { markdownTable, percent } from "./markdown-table.ts";
import type { Print } from "./print.ts";
import type { Sample } from "./samples.ts";

const BINS = 10;

interface Forecast {
  readonly confidence: number;
  readonly isRight: boolean;
}

export function printReliability({ matcher }: LiveContent, samples: readonly Sample[], print: Print): void {
  for (const { name, rows } of samples) {
    const forecasts = rows.flatMap((row) => forecastOf(row, matcher));
    print.table(`### First candidate, sample ${name}\n\n${tableOf(forecasts)}`);
    const error = percent(calibrationError(forecasts));
    print.table(`Expected calibration error: ${error} over ${forecasts.length} questions.\n`);
  }
}

/** The entry that is answered with or offered first; for a message out of scope no entry is right. */
function forecastOf({ question, expected }: SampleRow, matcher: Matcher): readonly Forecast[] {
  const { answers, suggestions } = matcher.decide(question);
  const first = answers[0] ?? suggestions[0];
  if (first === undefined || first.item.kind !== "entry") return [];
  return [{ confidence: first.confidence, isRight: expected.includes(first.item.id) }];
}

function tableOf(forecasts: readonly Forecast[]): string {
  const rows = binsOf(forecasts).map((bin, k) => [
    `${(k * 100) / BINS}–${((k + 1) * 100) / BINS} %`,
    String(bin.length),
    percent(meanConfidence(bin)),
    percent(shareRight(bin)),
  ]);
  return markdownTable(["confidence", "questions", "mean confidence", "right"], rows);
}

function binsOf(forecasts: readonly Forecast[]): readonly (readonly Forecast[])[] {
  const binOf = ({ confidence }: Forecast) => Math.min(BINS - 1, Math.floor(confidence * BINS));
  return Array.from({ length: BINS }, (_, k) => forecasts.filter((one) => binOf(one) === k));
}

function meanConfidence(forecasts: readonly Forecast[]): number | undefined {
  const sum = forecasts.reduce((total, { confidence }) => total + confidence, 0);
  return forecasts.length === 0 ? undefined : sum / forecasts.length;
}

function shareRight(forecasts: readonly Forecast[]): number | undefined {
  const right = forecasts.filter(({ isRight }) => isRight).length;
  return forecasts.length === 0 ? undefined : right / forecasts.length;
}

/** The mean distance between confidence and share right over the bins, each weighted by its questions. */
function calibrationError(forecasts: readonly Forecast[]): number | undefined {
  if (forecasts.length === 0) return undefined;
  const distances = binsOf(forecasts).map((bin) => {
    const distance = Math.abs((meanConfidence(bin) ?? 0) - (shareRight(bin) ?? 0));
    return distance * bin.length;
  });
  return distances.reduce((sum, distance) => sum + distance, 0) / forecasts.length;
}
