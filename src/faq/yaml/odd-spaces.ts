// Pasted signs that look like spaces, where YAML needs plain ones: its errors elsewhere are only their echo.
import { isError, keyOf, problem, type Problem } from "../problems/problem.ts";
import { createLocator } from "./locator.ts";

/** No-break and other spaces, zero-width signs; one or more of them where a line or a value begins or ends. */
const ODD = /[^\P{Zs} ]|[\p{Zl}\p{Zp}\p{Cf}]/u;
const ODD_SPACES = new RegExp(`(?:${ODD.source})(?<=[\\n:|>,{}[\\]"'-] *[^])[\\p{Zs}\\p{Cf}]*`, "gu");

/** What is wrong with a text, `problems`, with odd spaces named in place of all that goes away with plain ones. */
export function namingOddSpaces(
  text: string,
  problems: readonly Problem[],
  problemsOf: (text: string) => readonly Problem[],
): readonly Problem[] {
  const errors = problems.filter(isError);
  if (errors.length === 0 || !ODD.test(text)) return problems;
  const left = problemsOf(text.replace(ODD_SPACES, (found) => " ".repeat(found.length)));
  const keys = new Set(left.map(keyOf));
  return errors.every((error) => keys.has(keyOf(error))) ? problems : [...oddSpacesIn(text), ...left];
}

/** The first of each line. */
function oddSpacesIn(text: string): readonly Problem[] {
  const locator = createLocator(text);
  const byLine = new Map<number, Problem>();
  for (const { 0: found, index } of text.matchAll(ODD_SPACES)) {
    const place = locator.placeOf(index, index + found.length);
    if (!byLine.has(place.line)) byLine.set(place.line, problem("odd-space", place, { name: nameOf(found) }));
  }
  return [...byLine.values()];
}

function nameOf(found: string): string {
  const code = found.codePointAt(0) ?? 0;
  const written = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return code === NO_BREAK ? `неразрывный пробел (${written})` : `невидимый знак ${written}`;
}

const NO_BREAK = 0xa0;
