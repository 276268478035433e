// faq.yaml: text in, a checked Faq out, or all its problems at once.
import { buildFaq } from "./build-faq.ts";
import { checkAnswers } from "./checks/check-answers.ts";
import { checkIds } from "./checks/check-ids.ts";
import { checkOrganization, checkThresholds } from "./checks/check-general.ts";
import { checkPhrases } from "./checks/check-phrases.ts";
import { checkTexts } from "./checks/check-texts.ts";
import type { Faq } from "./faq.ts";
import { inOrder, isError, type Problem } from "./problems/problem.ts";
import { readDocument } from "./yaml/read-document.ts";
import { faqSchema } from "./schema.ts";
import { readShape } from "./shape.ts";
import type { Sheet } from "./sheet.ts";
import { valueOf } from "./yaml/yaml-node.ts";

/** What a file is worth, with the sheet of it for checks that go on. */
export type ParsedFaq =
  | {
      readonly kind: "ok";
      readonly faq: Faq;
      readonly warnings: readonly Problem[];
      readonly sheet: Sheet;
    }
  | {
      readonly kind: "problems";
      readonly problems: readonly Problem[];
      /** Undefined where the structure was not readable. */
      readonly sheet: Sheet | undefined;
    };

/**
 * Reads the text of faq.yaml. Warnings alone do not keep a file from service; problems hold both errors and
 * warnings, in the order of the file. Broken YAML is reported alone, since its structure would be guessed.
 */
export function parseFaq(text: string): ParsedFaq {
  const document = readDocument(text, REQUIRED_KEYS);
  if (document.kind === "unreadable") return refused(document.problems, undefined);
  const { root, locator } = document;
  const { sheet, problems: misshapen } = readShape(faqSchema, root, locator);
  const problems = [...document.problems, ...misshapen, ...checkSheet(sheet)];
  if (problems.some(isError)) return refused(problems, sheet);
  const faq = buildFaq(faqSchema.parse(valueOf(root)));
  return { kind: "ok", faq, warnings: inOrder(problems), sheet };
}

const REQUIRED_KEYS = ["organization", "categories", "entries"];

function refused(problems: readonly Problem[], sheet: Sheet | undefined): ParsedFaq {
  return { kind: "problems", problems: inOrder(problems), sheet };
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
