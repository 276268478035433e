// The command "diff": what changes for parents between two versions of the content.
import { buffer } from "node:stream/consumers";
import type { Readable } from "node:stream";
import { compareFaqs } from "../compare/compare-faq.ts";
import { compareReplies } from "../compare/compare-replies.ts";
import { UsageError } from "../runtime/errors.ts";
import { foldPhrase } from "../text/normalise.ts";
import { decodeUtf8 } from "../faq/decode-utf8.ts";
import { phrasesOf, type Faq } from "../faq/faq.ts";
import { loadFaq, type LoadedFaq, questionsFileBeside, readQuestionsText } from "../live/load-faq.ts";
import { parseFaq } from "../faq/parse.ts";
import { parseCases } from "../faq/parse-cases.ts";
import { createProblemPrinter } from "../faq/problems/print-problem.ts";
import { isError } from "../faq/problems/problem.ts";
import { createMatcher } from "../search/matcher.ts";
import { contentFileOf, parseCommandLine, seeHelp, type Output } from "./command-line.ts";
import { wordDifference, type Difference } from "./diff-report.ts";
import { readQuestionList } from "./question-list.ts";

const HELP = `npm run -s faq -- diff СТАРЫЙ [НОВЫЙ] [--questions ФАЙЛ] [--json] [--exit-code]

Показывает, что изменится для родителей между двумя версиями файла содержания: что добавлено, удалено и
переписано, и на какие вопросы бот ответит иначе. Без второго имени сравнивает с файлом из FAQ_FILE или
./faq.yaml. Вместо имени можно написать «-», тогда версия читается со стандартного ввода:
  git show HEAD:faq.yaml | npm run -s faq -- diff -
  --questions ФАЙЛ  вопросы, на которых сравнивать: текст по вопросу в строке, .tsv со столбцом question или
                    .yaml; без этого все фразы обеих версий и questions.yaml рядом с новой
  --json            один объект JSON для других программ
  --exit-code       код выхода 1, если есть изменения
`;

const OPTIONS = {
  questions: { type: "string" },
  json: { type: "boolean" },
  "exit-code": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Returns the exit code; throws UsageError for wrong arguments and for versions that cannot be used. */
export async function runDiff(args: readonly string[], output: Output, input: Readable): Promise<number> {
  const { values, positionals } = parseCommandLine("diff", args, OPTIONS);
  if (values.help === true) {
    output.stdout(HELP);
    return 0;
  }
  const [oldName, newName = contentFileOf(undefined)] = positionals;
  if (oldName === undefined || positionals.length > 2) {
    throw new UsageError("Команда diff: нужна старая версия файла и, может быть, новая", seeHelp("diff"));
  }
  if (oldName === "-" && newName === "-") {
    throw new UsageError("Команда diff: «-» может быть только одной из версий", seeHelp("diff"));
  }
  const before = await readVersion(oldName, input);
  const after = await readVersion(newName, input);
  const questions =
    values.questions === undefined
      ? await ownQuestions(before, after, newName)
      : await readQuestionList(values.questions);
  const difference = compare(before, after, questions);
  output.stdout(values.json === true ? `${JSON.stringify(difference, null, 2)}\n` : wordDifference(difference));
  return values["exit-code"] === true && hasChanges(difference) ? 1 : 0;
}

async function readVersion(name: string, input: Readable): Promise<Faq> {
  const loaded = name === "-" ? await readInput(input) : await loadFaq(name);
  if (loaded.kind === "ok") return loaded.faq;
  const print = createProblemPrinter({ file: name, text: loaded.text, isColored: false });
  const errors = loaded.problems.filter(isError);
  throw new UsageError(
    `Команда diff: в версии "${name}" есть ошибки, сравнивать нечего\n${errors.slice(0, MAX_SHOWN).map(print).join("\n")}`,
    name === "-" ? "Сравните с версией без ошибок" : `Все ошибки: npm run -s faq -- check ${name}`,
  );
}

const MAX_SHOWN = 3;

async function readInput(input: Readable): Promise<LoadedFaq> {
  const decoded = decodeUtf8(await buffer(input));
  return decoded.kind === "problems" ? { ...decoded, text: "" } : { ...parseFaq(decoded.text), text: decoded.text };
}

/** All phrases of both versions, each once, and the regression cases beside the new one. */
async function ownQuestions(before: Faq, after: Faq, newName: string): Promise<readonly string[]> {
  const read = newName === "-" ? undefined : await readQuestionsText(questionsFileBeside(newName));
  const cases = read?.kind === "text" ? parseCases(read.text, undefined).cases : [];
  const all = [...cases.map(({ question }) => question), ...wordingsOf(after), ...wordingsOf(before)];
  return [...new Map(all.map((question) => [foldPhrase(question), question])).values()];
}

function wordingsOf(faq: Faq): readonly string[] {
  return [...faq.entries.map(({ question }) => question), ...phrasesOf(faq)];
}

function compare(before: Faq, after: Faq, questions: readonly string[]): Difference {
  const content = compareFaqs(before, after);
  const newIds = new Map(
    content.items.flatMap(({ id, formerId }) => (formerId === undefined ? [] : [[formerId, id] as const])),
  );
  const versions = { before: createMatcher(before), after: createMatcher(after), newIds };
  const replies = compareReplies(questions, versions);
  const titles = Object.fromEntries(
    [before, after].flatMap(({ entries, topics, smalltalk }) => [
      ...entries.map(({ id, question }) => [id, question]),
      ...[...topics, ...smalltalk].map(({ id, title }) => [id, title]),
    ]),
  );
  return { content, questions: questions.length, replies, titles };
}

function hasChanges({ content, replies }: Difference): boolean {
  return content.general.length + content.items.length + replies.length > 0;
}
