// faq.yaml: text in, a checked Faq out, or all its problems at once.
import { buildFaq } from "./build-faq.ts";
import { checkAnswers } from "./check-answers.ts";
import { checkIds } from "./check-ids.ts";
import { checkOrganization } from "./check-organization.ts";
import { checkPhrases } from "./check-phrases.ts";
import { blankControlCharacters, checkTexts, controlCharactersIn } from "./check-texts.ts";
import { checkThresholds } from "./check-thresholds.ts";
import { MAX_FILE_BYTES } from "./decode-utf8.ts";
import type { Faq } from "./faq.ts";
import { createLocator, type Locator } from "./locator.ts";
import { inOrder, problem, type Problem } from "./problem.ts";
import { readYaml } from "./read-yaml.ts";
import { faqSchema } from "./schema.ts";
import { readShape } from "./shape.ts";
import type { Sheet } from "./sheet.ts";
import { shapeOf, valueOf, type YamlNode } from "./yaml-node.ts";

export type ParsedFaq =
  | { readonly kind: "ok"; readonly faq: Faq; readonly warnings: readonly Problem[] }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

/** What a file is worth, and the sheet of it for checks that go on; without one where the structure was not readable. */
export interface FaqReading {
  readonly parsed: ParsedFaq;
  readonly sheet: Sheet | undefined;
}

/**
 * Reads the text of faq.yaml. Warnings alone do not keep a file from service; problems hold both errors and
 * warnings, in the order of the file. Broken YAML is reported alone, since its structure would be guessed.
 */
export function parseFaq(text: string): ParsedFaq {
  return readFaq(text).parsed;
}

export function readFaq(text: string): FaqReading {
  const tooMuch = refuseSize(text);
  if (tooMuch !== undefined) return refused([tooMuch]);
  const control = controlCharactersIn(createLocator(text));
  const locator = createLocator(blankControlCharacters(text));
  const yaml = readYaml(locator);
  const found = [...control, ...yaml.problems];
  if (yaml.kind === "unreadable") return refused(found);
  return finish(found, yaml.root, locator);
}

function refused(problems: readonly Problem[], sheet?: Sheet): FaqReading {
  return { parsed: { kind: "problems", problems: inOrder(problems) }, sheet };
}

function finish(
  found: readonly Problem[],
  root: YamlNode | undefined,
  locator: Locator,
): FaqReading {
  if (root === undefined || root.kind === "empty")
    return refused([...found, problem("empty-file", undefined, {})]);
  if (root.kind !== "mapping") {
    const place = locator.placeOf(root.start, root.end);
    return refused([...found, problem("wrong-root", place, { found: shapeOf(root) })]);
  }
  const { sheet, problems: misshapen } = readShape(root, locator);
  const problems = [...found, ...misshapen, ...checkSheet(sheet)];
  if (problems.some(({ severity }) => severity === "error")) return refused(problems, sheet);
  const faq = buildFaq(faqSchema.parse(valueOf(root)));
  return { parsed: { kind: "ok", faq, warnings: inOrder(problems) }, sheet };
}

function checkSheet(sheet: Sheet): readonly Problem[] {
  const checks = [
    checkOrganization,
    checkIds,
    checkPhrases,
    checkTexts,
    checkAnswers,
    checkThresholds,
  ];
  return checks.flatMap((check) => check(sheet));
}

/** Some ten times what the largest FAQ has; the YAML library takes long over lines that are all brackets or quotes. */
const MAX_LINES = 50_000;
const MAX_LINE_LENGTH = 10_000;

function refuseSize(text: string): Problem | undefined {
  if (text.length > MAX_FILE_BYTES)
    return problem("file-too-large", undefined, { maxBytes: MAX_FILE_BYTES });
  const lines = text.split("\n");
  if (lines.length > MAX_LINES)
    return problem("too-many-lines", undefined, { maxLines: MAX_LINES });
  const long = lines.findIndex((line) => line.length > MAX_LINE_LENGTH);
  if (long === -1) return undefined;
  return problem(
    "line-too-long",
    { line: long + 1, column: 1, length: 1 },
    { maxLength: MAX_LINE_LENGTH },
  );
}
