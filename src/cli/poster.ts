// `poster`: a page with the bot's QR code, to print for a parents' meeting.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadContent } from "../live/content.ts";
import { posterOf } from "../dialog/parent/poster-content.ts";
import { UsageError } from "../runtime/errors.ts";
import type { Faq } from "../faq/faq.ts";
import { createPoster, type Poster } from "../poster/poster.ts";
import { contentFileOf, parseCommandLine, type Output } from "./command-line.ts";

const HELP = `npm run -s faq -- poster --username NAME [--entry ID] [--faq FILE] [--out DIR]

Делает плакат А4 с QR-кодом бота для родительского собрания: poster.pdf и poster.png.
  --username NAME  имя бота в MAX, например id7700000000_bot (можно с @)
  --entry ID       QR-код открывает сразу этот вопрос (id из файла содержания)
  --faq FILE       другой файл содержания (иначе FAQ_FILE или ./faq.yaml)
  --out DIR        папка для файлов (иначе текущая); создаётся, если её нет
`;

const OPTIONS = {
  username: { type: "string" },
  entry: { type: "string" },
  faq: { type: "string" },
  out: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

const EXAMPLE = "Например: npm run -s faq -- poster --username id7700000000_bot";

/** Returns the exit code; throws UsageError for wrong arguments, unusable content and a folder that cannot be written. */
export async function runPoster(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = parseCommandLine("poster", args, OPTIONS);
  if (values.help === true) {
    output.stdout(HELP);
    return 0;
  }
  const [unexpected] = positionals;
  if (unexpected !== undefined) {
    throw new UsageError(`Команда poster: непонятно, что значит "${unexpected}"`, EXAMPLE);
  }
  const username = readUsername(values.username);
  const { faq } = await loadContent(contentFileOf(values.faq));
  refuseUnknownEntry(values.entry, faq);
  const poster = await createPoster(posterOf(faq, username, values.entry));
  const files = await writePoster(poster, values.out ?? ".");
  output.stdout(`Плакат готов: ${files.join(", ")}\n`);
  return 0;
}

function readUsername(text: string | undefined): string {
  if (text === undefined) {
    throw new UsageError("Команда poster: не указано имя бота, --username", EXAMPLE);
  }
  const username = text.replace(/^@/u, "");
  if (!/^\w{2,64}$/.test(username)) {
    throw new UsageError(
      `Команда poster: "${text}" не имя бота, в имени от 2 до 64 латинских букв, цифр и знаков "_"`,
      EXAMPLE,
    );
  }
  return username;
}

function refuseUnknownEntry(entryId: string | undefined, { entries }: Faq): void {
  if (entryId === undefined || entries.some(({ id }) => id === entryId)) return;
  throw new UsageError(
    `Команда poster: вопроса "${entryId}" нет в файле содержания`,
    `Есть вопросы: ${entries.map(({ id }) => id).join(", ")}`,
  );
}

async function writePoster({ pdf, png }: Poster, folder: string): Promise<readonly string[]> {
  const files = [
    [join(folder, "poster.pdf"), pdf],
    [join(folder, "poster.png"), png],
  ] as const;
  try {
    await mkdir(folder, { recursive: true });
    for (const [file, bytes] of files) await writeFile(file, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Плакат не записан в папку "${folder}": ${reason}`, "Назовите другую папку: --out DIR");
  }
  return files.map(([file]) => file);
}
