// faq.yaml: text in, a checked Faq out, or all its problems at once.
import { checkAnswers } from "./checks/check-answers.ts";
import { checkIds } from "./checks/check-ids.ts";
import { checkOrganization, checkThresholds } from "./checks/check-general.ts";
import { checkPhrases } from "./checks/check-phrases.ts";
import { checkTexts } from "./checks/check-texts.ts";
import { type Faq, type SideTopic, type Entry, DEFAULT_SETTINGS } from "./faq.ts";
import { inOrder, isError, type Problem } from "./problems/problem.ts";
import { namingOddSpaces } from "./yaml/odd-spaces.ts";
import { readDocument } from "./yaml/read-document.ts";
import { faqSchema, type FaqFile } from "./schema.ts";
import { readShape } from "./shape.ts";
import type { Sheet } from "./sheet.ts";
import { valueOf } from "./yaml/yaml-node.ts";
import { fillPlaceholders, type PlaceholderValues } from "./placeholders.ts";

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
  const parsed = parseAsIs(text);
  if (parsed.kind === "ok") return parsed;
  const reread = (plain: string) => problemsOf(parseAsIs(plain));
  return { ...parsed, problems: inOrder(namingOddSpaces(text, parsed.problems, reread)) };
}

function problemsOf(parsed: ParsedFaq): readonly Problem[] {
  return parsed.kind === "ok" ? parsed.warnings : parsed.problems;
}

function parseAsIs(text: string): ParsedFaq {
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
  const checks = [checkOrganization, checkIds, checkPhrases, checkTexts, checkAnswers, checkThresholds];
  return checks.flatMap((check) => check(sheet));
}

/** The checked file to what the rest of the program works with. */
function buildFaq(file: FaqFile): Faq {
  const organization = {
    name: oneLine(file.organization.name),
    contact: file.organization.contact.trim(),
  };
  const values = { organization: organization.name, contact: organization.contact };
  return {
    organization,
    categories: file.categories.map(({ id, title }) => ({ id, title: oneLine(title) })),
    entries: file.entries.map((entry) => buildEntry(entry, values)),
    topics: (file.topics ?? []).map((topic) => buildSideTopic(topic, values)),
    smalltalk: (file.smalltalk ?? []).map((turn) => buildSideTopic(turn, values)),
    synonyms: (file.synonyms ?? []).map((group) => group.map((word) => oneLine(word))),
    settings: {
      answerThreshold: file.settings?.answer_threshold ?? DEFAULT_SETTINGS.answerThreshold,
      suggestThreshold: file.settings?.suggest_threshold ?? DEFAULT_SETTINGS.suggestThreshold,
    },
  };
}

function buildEntry(entry: FaqFile["entries"][number], values: PlaceholderValues): Entry {
  const question = oneLine(entry.question);
  return {
    ...buildOwner(entry, values),
    categoryId: entry.category,
    question,
    button: oneLine(entry.button ?? question),
    details: entry.details && fillPlaceholders(entry.details, values).trim(),
    source: entry.source && { title: oneLine(entry.source.title), url: entry.source.url },
    checked: entry.checked,
    threshold: entry.threshold,
  };
}

type SideTopicInFile = NonNullable<FaqFile["topics"]>[number];

function buildSideTopic(sideTopic: SideTopicInFile, values: PlaceholderValues): SideTopic {
  const owner = buildOwner(sideTopic, values);
  const title = oneLine(sideTopic.title ?? owner.phrases[0] ?? owner.id);
  return { ...owner, title };
}

/** What entries and side topics have alike. */
function buildOwner({ id, phrases, answer, related }: Omit<SideTopicInFile, "title">, values: PlaceholderValues) {
  return {
    id,
    phrases: phrases.map((phrase) => oneLine(phrase)),
    answer: fillPlaceholders(answer, values).trim(),
    related,
  };
}

/** A text that YAML joined from several lines may hold line breaks; a button or a heading may not. */
function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, " ");
}
