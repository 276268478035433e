// The command "check": all problems of a faq.yaml, in Russian, with line and column.
import { parseArgs } from "node:util";
import { UsageError } from "../errors.ts";
import type { Faq } from "../faq/faq.ts";
import { loadFaq, type LoadedFaq } from "../faq/load.ts";
import { counted } from "../faq/plural.ts";
import { createProblemPrinter } from "../faq/print-problem.ts";
import type { Problem } from "../faq/problem.ts";

export interface Output {
  stdout(text: string): void;
  stderr(text: string): void;
}

/** What the command reads besides its arguments. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTty: boolean;
}

const DEFAULT_FILE = "./faq.yaml";

/** Nobody mends more in one go, and a file of the wrong kind has thousands. */
const MAX_PRINTED = 100;

const HELP = `Проверяет faq.yaml и показывает все ошибки сразу, с номерами строк.

  npm run -s faq -- check [файл]

Без имени файла проверяет файл из FAQ_FILE, а если она не задана — ${DEFAULT_FILE}.
Код выхода: 0 — ошибок нет (предупреждения не мешают), 1 — есть ошибки, 2 — команда задана неверно.
`;

/** Runs the command and gives its exit code: 0 without errors, 1 with errors, 2 when it was called wrongly. */
export async function runCheck(
  args: readonly string[],
  out: Output,
  surroundings: Surroundings = { env: process.env, isTty: process.stdout.isTTY },
): Promise<number> {
  try {
    const request = readArgs(args);
    if (request.isHelp) {
      out.stdout(HELP);
      return 0;
    }
    return await check(
      request.file ?? (surroundings.env["FAQ_FILE"] || DEFAULT_FILE),
      out,
      surroundings,
    );
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    out.stderr(`${error.message}\n${error.hint === undefined ? "" : `${error.hint}\n`}`);
    return 2;
  }
}

function readArgs(args: readonly string[]): {
  readonly isHelp: boolean;
  readonly file: string | undefined;
} {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) {
    throw new UsageError(
      `Не удалось начать проверку: файлов названо ${positionals.length}, а нужен один`,
      SEE_HELP,
    );
  }
  return { isHelp: values.help ?? false, file: positionals[0] };
}

const SEE_HELP = "Как пользоваться: npm run -s faq -- check --help";

function parse(args: readonly string[]) {
  try {
    const options = { help: { type: "boolean", short: "h" } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // parseArgs throws for nothing but arguments it was not told of.
    const first = args.find((arg) => arg.startsWith("-")) ?? "";
    const wrong = new UsageError(
      `Не удалось начать проверку: параметр "${first}" неизвестен`,
      SEE_HELP,
    );
    wrong.cause = error;
    throw wrong;
  }
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
