// The files of the content checked: faq.yaml, and the regression cases beside it.
import { checkInSteps, type CheckedContent, type ContentToCheck } from "../check/check-content.ts";
import type { Problem } from "../faq/problems/problem.ts";
import { UsageError } from "../runtime/errors.ts";
import type { BuildMatcher } from "../search/matcher.ts";
import { atOnce, type Steps } from "../search/steps.ts";
import type { FaultyFile } from "./content-fault.ts";
import { questionsFileBeside, readFaqText, readQuestionsText, type FaqText } from "./load-faq.ts";

export interface CheckReport {
  readonly files: readonly FaultyFile[];
  readonly checked: CheckedContent;
}

/** Does the work of the check, which takes seconds. */
type DoSteps = (steps: Steps<CheckReport>) => CheckReport | Promise<CheckReport>;

/** `today` is an ISO date. Throws UsageError for files that are not there. */
export async function checkFiles(
  file: string,
  namedQuestions: string | undefined,
  today: string,
  doSteps: DoSteps = atOnce,
): Promise<CheckReport> {
  const read = await readFaqText(file);
  const questionsFile = namedQuestions ?? questionsFileBeside(file);
  const questions = await readQuestionsText(questionsFile);
  if (questions === undefined && namedQuestions !== undefined) {
    throw new UsageError(
      `Не удалось прочитать "${namedQuestions}": такого файла нет`,
      "Проверьте имя и папку после --questions",
    );
  }
  return doSteps(checkReadFiles({ file, read, questionsFile, questions }, { today }));
}

export interface ReadFiles {
  readonly file: string;
  readonly read: FaqText;
  readonly questionsFile: string;
  /** Undefined where there are no cases. */
  readonly questions: FaqText | undefined;
}

/** The check of what was read from the files. */
export function* checkReadFiles(
  { file, read, questionsFile, questions }: ReadFiles,
  advice: ContentToCheck["advice"],
  build?: BuildMatcher,
): Steps<CheckReport> {
  const questionsText = questions?.kind === "text" ? questions.text : undefined;
  const checked: CheckedContent =
    read.kind === "text"
      ? yield* checkInSteps({ text: read.text, questionsText, advice }, build)
      : { ...read, kind: "unfit", questionProblems: [] };
  const files = [
    fileOf(file, read, checked.problems),
    ...(questions === undefined ? [] : [fileOf(questionsFile, questions, checked.questionProblems)]),
  ];
  return { files, checked };
}

function fileOf(file: string, read: FaqText, found: readonly Problem[]): FaultyFile {
  return read.kind === "text"
    ? { file, text: read.text, problems: found }
    : { file, text: "", problems: read.problems };
}
