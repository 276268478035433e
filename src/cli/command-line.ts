// What the commands share: where they write, how arguments are read, which content they work on.
import { parseArgs, type ParseArgsConfig } from "node:util";
import { type Environment, readSetting, SETTINGS } from "../config/settings.ts";
import { UsageError } from "../runtime/errors.ts";

export interface Output {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The options and positional arguments; UsageError for anything the command does not know. */
export function parseCommandLine<const T extends Options>(command: string, args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Команда ${command}: ${reason}`, seeHelp(command));
  }
}

export function seeHelp(command: string): string {
  return `Как пользоваться: npm run -s faq -- ${command} --help`;
}

/** The file that is named, or that of the settings. */
export function contentFileOf(named: string | undefined, environment: Environment = process.env): string {
  return named ?? readSetting(environment, SETTINGS.faqFile);
}

export function databaseUrlOf(environment: Environment = process.env): string {
  return readSetting(environment, SETTINGS.databaseUrl);
}
