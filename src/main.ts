// The process: settings in, exit code out, signals.
import { config as loadDotenv } from "dotenv";
import type { App } from "./app/app.ts";
import { readConfig, type Config, isPrivatePreview, secretsOf } from "./config/config.ts";
import { errorFields } from "./runtime/error-fields.ts";
import { OutsideError, UsageError } from "./runtime/errors.ts";
import { keepHeapSmall } from "./runtime/heap.ts";
import { createLog } from "./runtime/log.ts";
import { contentToScreen } from "./live/report-content.ts";

/** A bug, or something outside that a new start may get over. */
const EXIT_OTHER = 1;
const EXIT_USAGE = 2;

async function main(): Promise<void> {
  keepHeapSmall();
  loadDotenv({ quiet: true });
  const config = readConfig(process.env);
  const isPreview = config.target.kind === "preview";
  // The screen of a preview belongs to its few lines; only trouble is worth more.
  const level = isPreview && config.logLevel === "info" ? "warn" : config.logLevel;
  const log = createLog({ level, secrets: secretsOf(config) });
  // Wrong settings are told at once, and the heap is held down before most of the program is loaded.
  const { startApp } = await import("./app/app.ts");
  const app = await startApp(config, log);
  announce(app, config);
  const stopped = onSignal(async (signal) => {
    log.info({ signal }, "Stopping");
    await app.stop();
  });
  try {
    await Promise.race([app.finished, stopped]);
  } finally {
    await app.stop();
  }
}

function announce(app: App, config: Config): void {
  if (app.preview === undefined) return;
  console.log(`Чат с ботом на локальном MAX: ${app.preview.url}`);
  if (app.hasConsole) console.log(`Пульт для администратора: ${app.preview.url}console/`);
  console.log(`Содержание: ${config.faqFile}; сохранённая правка работает сразу.`);
  console.log(whoReaches(config));
  app.content.subscribe(contentToScreen(config.faqFile, (line) => console.log(line)));
  if (config.transport.kind === "webhook") console.log("Вебхук (TRANSPORT=webhook) включится вместе с настоящим MAX.");
  console.log("Для настоящего MAX задайте MAX_BOT_TOKEN в окружении или в файле .env.");
}

/** Also who administers the bot there. */
function whoReaches(config: Config): string {
  if (isPrivatePreview(config)) return "Сообщения не уходят с этого компьютера.";
  const open = `Страница открыта всем в сети (HOST=${config.host})`;
  if (config.consoleToken === undefined && config.adminUserIds.length === 0)
    return `${open}, поэтому администратора на ней нет: задайте CONSOLE_TOKEN или ADMIN_USER_IDS, либо верните HOST=127.0.0.1.`;
  return `${open}: ботом управляет только тот, у кого ключ CONSOLE_TOKEN, и кто назван в ADMIN_USER_IDS.`;
}

/** Resolves after the first SIGINT or SIGTERM and what is to be done then; a second one ends the process at once. */
function onSignal(stop: (signal: string) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let isStopping = false;
    const listener = (signal: string) => {
      if (isStopping) process.exit(EXIT_OTHER);
      isStopping = true;
      stop(signal).then(resolve, reject);
    };
    process.on("SIGINT", listener);
    process.on("SIGTERM", listener);
  });
}

function reportBug(error: unknown): void {
  const { type, message, stack = "" } = errorFields(error, false);
  console.error(`${type}: ${message}\n${stack}`);
}

// Node would print the error with all that it carries.
process.on("uncaughtException", (error) => {
  reportBug(error);
  process.exit(EXIT_OTHER);
});

try {
  await main();
  process.exit(0);
} catch (error) {
  if (error instanceof UsageError) {
    console.error(error.message);
    if (error.hint !== undefined) console.error(error.hint);
    process.exitCode = EXIT_USAGE;
  } else {
    // The place in the program where the disk or the network failed helps nobody.
    if (error instanceof OutsideError) console.error(error.message);
    else reportBug(error);
    process.exitCode = EXIT_OTHER;
  }
  process.exit();
}
