// The command "check": all problems of a faq.yaml, in Russian, with line and column.
import { UsageError } from "../errors.ts";
import type { Faq } from "../faq/faq.ts";
import { loadFaq, type LoadedFaq } from "../faq/load.ts";
import { counted } from "../faq/plural.ts";
import { createProblemPrinter } from "../faq/print-problem.ts";
import type { Problem } from "../faq/problem.ts";
import { contentFileOf, parseCommandLine, seeHelp, type Output } from "./command-line.ts";

/** What the command reads besides its arguments. */
interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTty: boolean;
}

/** Nobody mends more in one go, and a file of the wrong kind has thousands. */
const MAX_PRINTED = 100;

const HELP = `Проверяет faq.yaml и показывает все ошибки сразу, с номерами строк.

  npm run -s faq -- check [файл]

Без имени файла проверяет файл из FAQ_FILE, а если она не задана — ./faq.yaml.
Код выхода: 0 — ошибок нет (предупреждения не мешают), 1 — есть ошибки, 2 — команда задана неверно.
`;

/** The exit code: 0 without errors, 1 with errors; throws UsageError when it was called wrongly. */
export async function runCheck(
  args: readonly string[],
  out: Output,
  surroundings: Surroundings = { env: process.env, isTty: process.stdout.isTTY },
): Promise<number> {
  const options = { help: { type: "boolean", short: "h" } } as const;
  const { values, positionals } = parseCommandLine("check", args, options);
  if (values.help === true) {
    out.stdout(HELP);
    return 0;
  }
  if (positionals.length > 1) {
    throw new UsageError(
      `Команда check: файлов названо ${positionals.length}, а нужен один`,
      seeHelp("check"),
    );
  }
  return check(contentFileOf(positionals[0], surroundings.env), out, surroundings);
}

async function check(file: string, out: Output, { env, isTty }: Surroundings): Promise<number> {
  const loaded = await loadFaq(file);
  const isColored = isTty && (env["NO_COLOR"] ?? "") === "";
  const print = createProblemPrinter({ file, text: loaded.text, isColored });
  const problems = loaded.kind === "ok" ? loaded.warnings : loaded.problems;
  for (const problem of problems.slice(0, MAX_PRINTED)) out.stdout(`${print(problem)}\n\n`);
  if (problems.length > MAX_PRINTED) out.stdout(`… и ещё ${problems.length - MAX_PRINTED}\n\n`);
  out.stdout(`${file}: ${summaryOf(loaded)}\n`);
  return loaded.kind === "ok" ? 0 : 1;
}

function summaryOf(loaded: LoadedFaq): string {
  if (loaded.kind === "problems") return tallyOf(loaded.problems);
  const warnings = loaded.warnings.length === 0 ? "" : `, ${tallyOf(loaded.warnings)}`;
  return `${contentOf(loaded.faq)}; ошибок нет${warnings}`;
}

function contentOf({ entries, topics, smalltalk }: Faq): string {
  const phrases = [...entries, ...topics, ...smalltalk].reduce(
    (sum, owner) => sum + owner.phrases.length,
    0,
  );
  return [
    counted(entries.length, ["вопрос", "вопроса", "вопросов"]),
    counted(topics.length, ["тема", "темы", "тем"]),
    counted(phrases, ["фраза", "фразы", "фраз"]),
  ].join(", ");
}

function tallyOf(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  return [
    ...(errors > 0 ? [counted(errors, ["ошибка", "ошибки", "ошибок"])] : []),
    ...(warnings > 0
      ? [counted(warnings, ["предупреждение", "предупреждения", "предупреждений"])]
      : []),
  ].join(", ");
}
