// Thresholds: answering at once never takes less confidence than suggesting.
import { problem, type Problem } from "./problem.ts";
import { DEFAULT_SETTINGS } from "./faq.ts";
import type { Sheet } from "./sheet.ts";

export function checkThresholds(sheet: Sheet): readonly Problem[] {
  const { settings } = sheet.draft;
  const answer = settings?.answer_threshold ?? DEFAULT_SETTINGS.answerThreshold;
  const suggest = settings?.suggest_threshold ?? DEFAULT_SETTINGS.suggestThreshold;
  if (answer >= suggest) return [];
  const key = settings?.answer_threshold === undefined ? "suggest_threshold" : "answer_threshold";
  return [problem("thresholds-swapped", sheet.placeOf(["settings", key]), { answer, suggest })];
}
