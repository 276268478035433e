// What the file says of itself as a whole: the name of the organisation, and the thresholds.
import { warning, type Problem, problem } from "../problems/problem.ts";
import type { Sheet } from "../sheet.ts";
import { DEFAULT_SETTINGS } from "../faq.ts";

export function checkOrganization(sheet: Sheet): readonly Problem[] {
  const name = sheet.values.organization?.name;
  if (name === undefined || !/(?:…|\.\.\.)\s*$/u.test(name)) return [];
  return [warning("unnamed-organization", sheet.placeOf(["organization", "name"]), { name })];
}

export function checkThresholds(sheet: Sheet): readonly Problem[] {
  const { settings } = sheet.values;
  const answer = settings?.answer_threshold ?? DEFAULT_SETTINGS.answerThreshold;
  const suggest = settings?.suggest_threshold ?? DEFAULT_SETTINGS.suggestThreshold;
  if (answer >= suggest) return [];
  const key = settings?.answer_threshold === undefined ? "suggest_threshold" : "answer_threshold";
  return [problem("thresholds-swapped", sheet.placeOf(["settings", key]), { answer, suggest })];
}
