// The command line of the content: check, diff, ask, eval, poster, report.
import { config as loadDotenv } from "dotenv";
import { runAsk } from "./ask.ts";
import { runCheck } from "./check.ts";
import type { Output } from "./command-line.ts";
import { runDiff } from "./diff.ts";
import { runEval } from "./eval.ts";
import { runPoster } from "./poster.ts";
import { runReport } from "./report.ts";
import { UsageError } from "../runtime/errors.ts";

const HELP = `npm run -s faq -- КОМАНДА

  check [FILE]       проверить содержание
  diff OLD [NEW]     что изменится для родителей между двумя версиями
  ask "вопрос"       что ответил бы бот и почему
  eval FILE.tsv      насколько хороши ответы на выборке вопросов
  report             о чём спрашивали и на что бот не знал ответа
  poster             плакат с QR-кодом для родительского собрания

У каждой команды есть --help.
`;

const output: Output = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
};

async function run([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case "check":
      return runCheck(args, output);
    case "ask":
      return runAsk(args, output, process.stdin, process.stdin.isTTY);
    case "diff":
      return runDiff(args, output, process.stdin);
    case "eval":
      return runEval(args, output);
    case "poster":
      return runPoster(args, output);
    case "report":
      return runReport(args, output);
    case undefined:
    case "help":
    case "--help":
    case "-h":
      output.stdout(HELP);
      return 0;
    default:
      throw new UsageError(`Команды "${command}" нет`, HELP);
  }
}

// The reader may have had enough: `… | head -1`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

loadDotenv({ quiet: true });
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n${error.hint ?? ""}\n`);
  process.exitCode = 2;
}
