// The command "check": all that is wrong with a faq.yaml and could be better, in Russian, with line and column.
import { UsageError } from "../runtime/errors.ts";
import { counted } from "../text/plural.ts";
import { localDateOf } from "../text/local-date.ts";
import { sizeOfFaq } from "../faq/faq.ts";
import { createProblemPrinter } from "../faq/problems/print-problem.ts";
import type { Problem } from "../faq/problems/problem.ts";
import { tallyOf, wordingOf, wordProblem, wordTally } from "../faq/problems/word-problem.ts";
import type { FaultyFile } from "../live/content-fault.ts";
import type { CheckedContent } from "../check/check-content.ts";
import { checkFiles, type CheckReport } from "../live/check-files.ts";
import { contentFileOf, parseCommandLine, seeHelp, type Output } from "./command-line.ts";

/** What the command reads besides its arguments. */
interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTty: boolean;
  readonly now: () => Date;
}

const HELP = `Проверяет faq.yaml и показывает сразу все ошибки и советы, с номерами строк.

  npm run -s faq -- check [файл] [--questions ФАЙЛ] [--strict] [--format text|github|json]

Без имени файла проверяет файл из FAQ_FILE, а если она не задана — ./faq.yaml.
Если рядом лежит questions.yaml, задаёт боту вопросы из него и сверяет ответы.
  --questions ФАЙЛ другой файл с проверочными вопросами
  --strict         предупреждения тоже считаются за ошибки
  --format github  замечания к строкам для проверки кода на GitHub
  --format json    один объект JSON для других программ; короче: --json
Код выхода: 0 — ошибок нет (без --strict предупреждения не мешают), 1 — есть ошибки,
2 — команда задана неверно.
`;

const OPTIONS = {
  questions: { type: "string" },
  strict: { type: "boolean" },
  format: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const FORMATS = ["text", "github", "json"] as const;
type Format = (typeof FORMATS)[number];

/** The exit code: 0 without errors, 1 with errors; throws UsageError when it was called wrongly. */
export async function runCheck(
  args: readonly string[],
  out: Output,
  surroundings: Partial<Surroundings> = {},
): Promise<number> {
  const { env = process.env, isTty = process.stdout.isTTY, now = () => new Date() } = surroundings;
  const { values, positionals } = parseCommandLine("check", args, OPTIONS);
  if (values.help === true) {
    out.stdout(HELP);
    return 0;
  }
  if (positionals.length > 1) {
    throw new UsageError(`Команда check: файлов названо ${positionals.length}, а нужен один`, seeHelp("check"));
  }
  const format = formatOf(values.format, values.json === true);
  const file = contentFileOf(positionals[0], env);
  const report = await checkFiles(file, values.questions, localDateOf(now()));
  const isColored = isTty && (env["NO_COLOR"] ?? "") === "";
  out.stdout(print(report, format, isColored));
  const { errors, warnings } = tallyOf(report.files);
  return errors > 0 || (values.strict === true && warnings > 0) ? 1 : 0;
}

function formatOf(named: string | undefined, isJson: boolean): Format {
  const name = named ?? (isJson ? "json" : "text");
  const format = FORMATS.find((known) => known === name);
  if (format === undefined) {
    throw new UsageError(`Команда check: формата "${name}" нет, есть ${FORMATS.join(", ")}`, seeHelp("check"));
  }
  if (isJson && format !== "json") {
    throw new UsageError(`Команда check: "--json" и "--format ${name}" не сочетаются`, "Оставьте одно из двух");
  }
  return format;
}

function print({ files, checked }: CheckReport, format: Format, isColored: boolean): string {
  const tally = tallyOf(files);
  switch (format) {
    case "github":
      return githubOf(files);
    case "json":
      return `${JSON.stringify({ ...tally, problems: problemsForJson(files) }, null, 2)}\n`;
    case "text": {
      const size = checked.kind === "fit" ? `${sizeOf(checked)}; ` : "";
      return `${textOf(files, isColored)}${files[0]?.file}: ${size}${wordTally(tally)}\n`;
    }
  }
}

function sizeOf({ faq, cases }: Extract<CheckedContent, { kind: "fit" }>): string {
  if (cases.length === 0) return sizeOfFaq(faq);
  const forms = ["проверочный вопрос", "проверочных вопроса", "проверочных вопросов"] as const;
  return `${sizeOfFaq(faq)}, ${counted(cases.length, forms)}`;
}

/** Nobody mends more in one go, and a file of the wrong kind has thousands. */
const MAX_PRINTED = 100;

function textOf(files: readonly FaultyFile[], isColored: boolean): string {
  return files
    .map(({ file, text, problems }) => {
      const print = createProblemPrinter({ file, text, isColored });
      const shown = problems.slice(0, MAX_PRINTED).map((problem) => `${print(problem)}\n\n`);
      const rest = problems.length - shown.length;
      return shown.join("") + (rest > 0 ? `… и ещё ${rest}\n\n` : "");
    })
    .join("");
}

/** Workflow commands: docs.github.com, "Workflow commands for GitHub Actions". */
function githubOf(files: readonly FaultyFile[]): string {
  return files.flatMap(({ file, problems }) => problems.map((problem) => annotation(file, problem))).join("");
}

function annotation(file: string, problem: Problem): string {
  const { severity, place, code } = problem;
  const properties = [
    // GitHub knows files by their path from the root of the repository.
    ["file", file.replace(/^\.\//u, "")],
    ...(place === undefined
      ? []
      : [
          ["line", String(place.line)],
          ["col", String(place.column)],
          ["endColumn", String(place.column + place.length)],
        ]),
    ["title", code],
  ].map(([name = "", value = ""]) => `${name}=${escapeProperty(value)}`);
  return `::${severity} ${properties.join(",")}::${escapeData(wordProblem(problem))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** A problem as a program gets it; lines and columns count from 1, columns and length in UTF-16 units. */
function problemsForJson(files: readonly FaultyFile[]) {
  return files.flatMap(({ file, problems }) =>
    problems.map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      file,
      line: problem.place?.line ?? null,
      column: problem.place?.column ?? null,
      length: problem.place?.length ?? null,
      ...wordingOf(problem),
    })),
  );
}
