// The texts that the content is made of, from the disk: faq.yaml, and the regression cases beside it.
import type { ContentFault } from "./content-fault.ts";
import { buildContent, versionOf, type LiveContent } from "./content.ts";
import { OutsideError, UsageError } from "../runtime/errors.ts";
import { questionsFileBeside, readQuestionsText, readFaqText, type FaqText } from "./load-faq.ts";
import { isError, type Problem } from "../faq/problems/problem.ts";
import { checkReadFiles } from "./check-files.ts";
import type { BuildMatcher } from "../search/matcher.ts";
import type { Steps } from "../search/steps.ts";

export interface Unreadable {
  readonly kind: "unreadable";
  readonly error: UsageError | OutsideError;
}

export interface ContentTexts {
  readonly kind: "texts";
  readonly file: string;
  /** As it was read, without a check. */
  readonly text: string;
  /** Undefined where there are no cases. */
  readonly questions: FaqText | Unreadable | undefined;
  readonly version: string;
}

type ReadTexts = ContentTexts | Unreadable | { readonly kind: "fault"; readonly fault: ContentFault };

/** Never rejects because of the files. */
export async function readContentTexts(file: string): Promise<ReadTexts> {
  const read = await orUnreadable(() => readFaqText(file));
  if (read.kind === "unreadable") return read;
  if (read.kind === "problems")
    return {
      kind: "fault",
      fault: { ...read, files: [{ file, text: "", problems: read.problems }] },
    };
  return withQuestions(file, read.text);
}

/** The texts as they would be with another text of faq.yaml. */
export async function withQuestions(file: string, text: string): Promise<ContentTexts> {
  const questions = await orUnreadable(() => readQuestionsText(questionsFileBeside(file)));
  return { kind: "texts", file, text, questions, version: versionOf([text, keyOf(questions)]) };
}

function keyOf(questions: ContentTexts["questions"]): string | undefined {
  return questions?.kind === "text" ? questions.text : JSON.stringify(questions);
}

async function orUnreadable<Read>(read: () => Promise<Read>): Promise<Read | Unreadable> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof OutsideError)) throw error;
    return { kind: "unreadable", error };
  }
}

export type BuiltContent =
  | { readonly kind: "fit"; readonly content: LiveContent; readonly warnings: readonly Problem[] }
  | {
      readonly kind: "unfit";
      readonly fault: ContentFault;
      /** Whether it is the cases alone that keep it out of service. */
      readonly isSound: boolean;
    };

/** Checks the texts and builds the content of them, the matcher once. */
export function* contentOfTexts(texts: ContentTexts, build: BuildMatcher): Steps<BuiltContent> {
  const { file, text, version } = texts;
  const unreadable = texts.questions?.kind === "unreadable" ? texts.questions : undefined;
  const questions = texts.questions?.kind === "unreadable" ? undefined : texts.questions;
  try {
    const questionsFile = questionsFileBeside(file);
    const read = { kind: "text", text } as const;
    const all = { file, read, questionsFile, questions };
    const { checked, files } = yield* checkReadFiles(all, undefined, build);
    const isSound = !checked.problems.some(isError);
    if (isSound && unreadable !== undefined) return { kind: "unfit", fault: unreadable, isSound };
    if (checked.kind === "fit" && questions?.kind !== "problems") {
      const content = buildContent(checked.faq, text, yield* checked.matcher(), version);
      return { kind: "fit", content, warnings: checked.problems };
    }
    return { kind: "unfit", fault: { kind: "problems", files }, isSound };
  } catch (error) {
    // Content that the program fails on must not take the old content down with it.
    return { kind: "unfit", fault: { kind: "bug", error }, isSound: false };
  }
}

/**
 * Whether a text looks like the beginning of one that is still being written: it may well be valid YAML, with half of
 * its last answer. It breaks off within a line, and has fewer lines than the text `before` it. An editor that leaves out
 * the last line break is not meant, nor is one line that got shorter.
 */
export function looksCutOff(text: string, before: string): boolean {
  if (text.endsWith("\n") || lineCountOf(text) >= lineCountOf(before)) return false;
  return before.endsWith("\n") || before.startsWith(text);
}

function lineCountOf(text: string): number {
  return text.trimEnd().split("\n").length;
}
