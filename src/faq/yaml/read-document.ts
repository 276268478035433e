// A YAML file of ours as a tree with known keys at its top, or why it is none.
import { MAX_FILE_BYTES } from "../decode-utf8.ts";
import { createLocator, type Locator } from "./locator.ts";
import { problem, type Place, type Problem } from "../problems/problem.ts";
import { readYaml } from "./read-yaml.ts";
import { shapeOf, type MappingNode, type YamlNode } from "./yaml-node.ts";

export type DocumentReading =
  | {
      readonly kind: "document";
      readonly root: MappingNode;
      readonly locator: Locator;
      readonly problems: readonly Problem[];
    }
  | { readonly kind: "unreadable"; readonly problems: readonly Problem[] };

/** `keys` are those the file cannot do without. Broken YAML is reported alone, since its structure would be guessed. */
export function readDocument(text: string, keys: readonly string[]): DocumentReading {
  const tooMuch = refuseSize(text);
  if (tooMuch !== undefined) return { kind: "unreadable", problems: [tooMuch] };
  const control = controlCharactersIn(createLocator(text));
  // With spaces in their place: the YAML library uses some of them as marks of its own.
  const locator = createLocator(text.replace(CONTROLS, " "));
  const yaml = readYaml(locator);
  const problems = [...control, ...yaml.problems];
  if (yaml.kind === "unreadable") return { kind: "unreadable", problems };
  const { root } = yaml;
  if (root?.kind === "mapping") return { kind: "document", root, locator, problems };
  return { kind: "unreadable", problems: [...problems, wrongRoot(root, keys, locator)] };
}

/** Everything unprintable but tab and line breaks; lone surrogates cannot be sent as UTF-8. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
export const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]/gu;

/** Control characters as they stand in the file; the first of each line. */
function controlCharactersIn(locator: Locator): readonly Problem[] {
  const byLine = new Map<number, Problem>();
  for (const { 0: char, index } of locator.text.matchAll(CONTROLS)) {
    const place = locator.placeOf(index, index + 1);
    if (!byLine.has(place.line)) byLine.set(place.line, controlProblem(char, place));
  }
  return [...byLine.values()];
}

export function controlProblem(char: string, place: Place): Problem {
  return problem("control-character", place, { codePoint: char.codePointAt(0) ?? 0 });
}

function wrongRoot(root: YamlNode | undefined, keys: readonly string[], locator: Locator): Problem {
  if (root === undefined || root.kind === "empty") return problem("empty-file", undefined, { keys });
  const place = locator.placeOf(root.start, root.end);
  return problem("wrong-root", place, { keys, found: shapeOf(root) });
}

/** Some ten times what the largest FAQ has; the YAML library takes long over lines that are all brackets or quotes. */
const MAX_LINES = 50_000;
const MAX_LINE_LENGTH = 10_000;

function refuseSize(text: string): Problem | undefined {
  if (text.length > MAX_FILE_BYTES) return problem("file-too-large", undefined, { maxBytes: MAX_FILE_BYTES });
  const lines = text.split("\n");
  if (lines.length > MAX_LINES) return problem("too-many-lines", undefined, { maxLines: MAX_LINES });
  const long = lines.findIndex((line) => line.length > MAX_LINE_LENGTH);
  if (long === -1) return undefined;
  return problem("line-too-long", { line: long + 1, column: 1, length: 1 }, { maxLength: MAX_LINE_LENGTH });
}
