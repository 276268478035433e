// All texts: no control characters, and placeholders only where they are replaced.
import { createSuggester, type Suggest } from "../../text/nearest-name.ts";
import { brokenPlaceholderOf, isPlaceholderName, PLACEHOLDERS, placeholdersOf } from "../placeholders.ts";
import { problem, type Problem } from "../problems/problem.ts";
import { controlProblem, CONTROLS } from "../yaml/read-document.ts";
import type { Places } from "../sheet.ts";
import type { Path } from "../yaml/yaml-node.ts";

const SENT: ReadonlySet<string | number> = new Set(["answer", "details"]);

/** `values` is the values of any file; those under the keys of texts that are sent may hold placeholders. */
export function checkTexts(sheet: Places & { readonly values: unknown }): readonly Problem[] {
  const suggest = createSuggester(PLACEHOLDERS);
  return textsOf(sheet.values, []).flatMap((text) => [
    ...checkControl(text, sheet),
    ...(SENT.has(text.path.at(-1) ?? "") ? checkPlaceholders(text, sheet, suggest) : checkNoPlaceholders(text, sheet)),
  ]);
}

interface Text {
  readonly text: string;
  readonly path: Path;
}

function textsOf(value: unknown, path: Path): readonly Text[] {
  if (typeof value === "string") return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => textsOf(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, [...path, key]));
}

/** Those that come from an escape in double quotes: "\0". */
function checkControl({ text, path }: Text, sheet: Places): readonly Problem[] {
  const [char] = text.match(CONTROLS) ?? [];
  return char === undefined ? [] : [controlProblem(char, sheet.placeOf(path))];
}

function checkPlaceholders({ text, path }: Text, sheet: Places, suggest: Suggest): readonly Problem[] {
  const unknown = placeholdersOf(text)
    .filter(({ name }) => !isPlaceholderName(name))
    .map(({ written, name }) =>
      problem("unknown-placeholder", sheet.placeOfText(path, written), {
        placeholder: written,
        suggestion: suggest(name),
      }),
    );
  const broken = brokenPlaceholderOf(text);
  if (broken === undefined) return unknown;
  return [...unknown, problem("broken-placeholder", sheet.placeOfText(path, broken), {})];
}

function checkNoPlaceholders({ text, path }: Text, sheet: Places): readonly Problem[] {
  return placeholdersOf(text).map(({ written }) =>
    problem("misplaced-placeholder", sheet.placeOfText(path, written), { placeholder: written }),
  );
}
