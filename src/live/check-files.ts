// The files of the content read and checked: faq.yaml, and the regression cases beside it.
import { UsageError } from "../runtime/errors.ts";
import { questionsFileBeside, readQuestionsText } from "./load-questions.ts";
import { readFaqText, type FaqText } from "./load-faq.ts";
import type { Problem } from "../faq/problems/problem.ts";
import { checkInSteps, type CheckedContent } from "../check/check-content.ts";
import { atOnce, type Steps } from "../search/steps.ts";
import type { CheckedFile } from "../cli/check-report.ts";

export interface CheckReport {
  readonly files: readonly CheckedFile[];
  readonly checked: CheckedContent;
}

/** Does the work of the check, which takes seconds. */
type DoSteps = (steps: Steps<CheckedContent>) => CheckedContent | Promise<CheckedContent>;

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
  const checked = await doSteps(checkTexts(read, questions, today));
  const { problems, questionProblems } = checked;
  return {
    files: [
      fileOf(file, read, problems),
      ...(questions === undefined ? [] : [fileOf(questionsFile, questions, questionProblems)]),
    ],
    checked,
  };
}

function* checkTexts(
  read: FaqText,
  questions: FaqText | undefined,
  today: string,
): Steps<CheckedContent> {
  if (read.kind === "problems") return { ...read, kind: "unfit", questionProblems: [] };
  const questionsText = questions?.kind === "text" ? questions.text : undefined;
  return yield* checkInSteps({ text: read.text, questionsText, advice: { today } });
}

function fileOf(file: string, read: FaqText, found: readonly Problem[]): CheckedFile {
  return read.kind === "text"
    ? { file, text: read.text, problems: found }
    : { file, text: "", problems: read.problems };
}
