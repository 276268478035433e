// `report`: the figures of what was asked, and the questions without an answer, from the database of the bot.
import { writeFile } from "node:fs/promises";
import { loadContent } from "../live/content.ts";
import { PRIVATE_FILE } from "../runtime/private-file.ts";
import { UsageError } from "../runtime/errors.ts";
import { spanOf, type Period, type Span } from "../journal/moscow-time.ts";
import { openJournalReadOnly } from "../store/read-only.ts";
import { contentFileOf, databaseUrlOf, parseCommandLine, seeHelp, type Output } from "./command-line.ts";
import { reportCsv } from "../journal/report-csv.ts";
import { reportOf, type Records } from "./report-data.ts";
import { reportText } from "./report-text.ts";

const HELP = `npm run -s faq -- report [--days N | --all] [--csv] [--out FILE] [--faq FILE]

Сколько и о чём спрашивали бота, и на что он не знал ответа. Читает базу DATABASE_URL; бот может при этом работать.
  --days N     за последние N дней вместе с сегодняшним (иначе 7)
  --all        за всё время, которое хранится
  --csv        таблица для Excel и других программ
  --out FILE   записать в файл (иначе на экран)
  --faq FILE   другой файл содержания (иначе FAQ_FILE или ./faq.yaml)
`;

const OPTIONS = {
  days: { type: "string" },
  all: { type: "boolean" },
  csv: { type: "boolean" },
  out: { type: "string" },
  faq: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const DEFAULT_DAYS = 7;
const MAX_DAYS = 3650;

/** Where the report is made. */
interface Surroundings {
  readonly databaseUrl?: string;
  readonly now?: number;
}

/** Returns the exit code; throws UsageError for wrong arguments, and where database, content or file are not usable. */
export async function runReport(
  args: readonly string[],
  output: Output,
  { databaseUrl = databaseUrlOf(), now = Date.now() }: Surroundings = {},
): Promise<number> {
  const { values, positionals } = parseCommandLine("report", args, OPTIONS);
  if (values.help === true) {
    output.stdout(HELP);
    return 0;
  }
  const [unexpected] = positionals;
  if (unexpected !== undefined) throw wrong(`непонятно, что значит "${unexpected}"`);
  const span = spanOf(periodOf(values.days, values.all === true), now);
  const records = await recordsIn(span, databaseUrl);
  const report = reportOf(records, span, await loadContent(contentFileOf(values.faq)));
  await write(values.csv === true ? reportCsv(report) : reportText(report), values.out, output);
  return 0;
}

function wrong(reason: string): UsageError {
  return new UsageError(`Команда report: ${reason}`, seeHelp("report"));
}

function periodOf(days: string | undefined, isAll: boolean): Period {
  if (isAll && days !== undefined) throw wrong("нужно либо --days, либо --all");
  if (isAll) return { kind: "all" };
  const count = Number(days ?? DEFAULT_DAYS);
  if (/^\d+$/u.test(days ?? "1") && count >= 1 && count <= MAX_DAYS) return { kind: "days", count };
  throw wrong(`--days "${days ?? ""}" не число дней от 1 до ${MAX_DAYS}`);
}

async function recordsIn(span: Span, databaseUrl: string): Promise<Records> {
  const reading = await openJournalReadOnly(databaseUrl);
  try {
    const questions = await reading.journal.between(span.from, span.to);
    return { questions, tallies: await reading.tallies(span) };
  } finally {
    await reading.close();
  }
}

async function write(text: string, file: string | undefined, output: Output): Promise<void> {
  if (file === undefined) {
    output.stdout(text);
    return;
  }
  try {
    await writeFile(file, text, { mode: PRIVATE_FILE });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Отчёт не записан в файл "${file}": ${reason}`, "Назовите другой файл: --out FILE");
  }
  output.stdout(`Отчёт готов: ${file}\n`);
}
