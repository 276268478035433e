// The texts that the content is made of, from the disk: faq.yaml, and the regression cases beside it.
import type { ContentFault } from "./content-fault.ts";
import { buildContent, versionOf, type LiveContent } from "./content.ts";
import { OutsideError, UsageError } from "../runtime/errors.ts";
import { questionsFileBeside, readQuestionsText } from "./load-questions.ts";
import { readFaqText, type FaqText } from "./load-faq.ts";
import { isError, type Problem } from "../faq/problems/problem.ts";
import { checkInSteps } from "../check/check-content.ts";
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

type ReadTexts =
  ContentTexts | Unreadable | { readonly kind: "fault"; readonly fault: ContentFault };

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
  const { file, text, questions, version } = texts;
  const questionsText = questions?.kind === "text" ? questions.text : undefined;
  try {
    const checked = yield* checkInSteps({ text, questionsText, advice: undefined }, build);
    const { problems, questionProblems } = checked;
    const isSound = !problems.some(isError);
    if (isSound && questions?.kind === "unreadable")
      return { kind: "unfit", fault: questions, isSound };
    const misread = questions?.kind === "problems" ? questions.problems : [];
    if (checked.kind === "fit" && misread.length === 0) {
      const content = buildContent(checked.faq, text, yield* checked.matcher(), version);
      return { kind: "fit", content, warnings: problems };
    }
    const cases = {
      file: questionsFileBeside(file),
      text: questionsText ?? "",
      problems: [...misread, ...questionProblems],
    };
    const fault = { kind: "problems", files: [{ file, text, problems }, cases] } as const;
    return { kind: "unfit", fault, isSound };
  } catch (error) {
    // Content that the program fails on must not take the old content down with it.
    return { kind: "unfit", fault: { kind: "bug", error }, isSound: false };
  }
}
