// The environment to a Config, or all problems of it at once.
import { UsageError } from "../errors.ts";
import { SETTINGS, type Setting } from "./settings.ts";

const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Which MAX the bot talks to. */
export type Target =
  | { readonly kind: "max"; readonly token: string; readonly apiUrl: string | undefined }
  | { readonly kind: "preview" };

export interface Config {
  readonly target: Target;
  /** Where the program's own pages are: the chat of the preview, the sign of life. */
  readonly host: string;
  readonly port: number;
  readonly faqFile: string;
  readonly databaseUrl: string;
  readonly logLevel: LogLevel;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Throws one UsageError that names every wrong setting and what would be right. */
export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const config: Config = {
    target: readTarget(environment, problems),
    host: read(environment, SETTINGS.host),
    port: readPort(environment, problems),
    faqFile: read(environment, SETTINGS.faqFile),
    databaseUrl: read(environment, SETTINGS.databaseUrl),
    logLevel: readLogLevel(environment, problems),
  };
  if (read(environment, SETTINGS.transport) !== "polling") {
    problems.push(wrong(environment, SETTINGS.transport, "this version knows only polling"));
  }
  if (problems.length > 0) {
    throw new UsageError(problems.join("\n"), "Set these in the environment or in the file .env");
  }
  return config;
}

/** The value of a setting; empty is as good as absent, since .env files and compose files leave lines empty. */
function read(environment: Environment, setting: Setting): string {
  const value = environment[setting.name]?.trim() ?? "";
  return value === "" ? (setting.fallback ?? "") : value;
}

function readTarget(environment: Environment, problems: string[]): Target {
  const token = read(environment, SETTINGS.token);
  if (token === "") {
    if (environment["NODE_ENV"] === "production") {
      problems.push(
        `Reading ${SETTINGS.token.name}: it is not set, and with NODE_ENV=production the bot does not start on a local MAX`,
      );
    }
    return { kind: "preview" };
  }
  return { kind: "max", token, apiUrl: readApiUrl(environment, problems) };
}

function readPort(environment: Environment, problems: string[]): number {
  const text = read(environment, SETTINGS.port);
  const port = Number(text);
  if (/^\d{1,5}$/u.test(text) && port <= 65_535) return port;
  problems.push(wrong(environment, SETTINGS.port, "a port is a number from 0 to 65535"));
  return 0;
}

function readApiUrl(environment: Environment, problems: string[]): string | undefined {
  const text = read(environment, SETTINGS.apiUrl);
  if (text === "") return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "https:" || url?.protocol === "http:") return text;
  problems.push(wrong(environment, SETTINGS.apiUrl, "an address looks like https://host/path"));
  return undefined;
}

function readLogLevel(environment: Environment, problems: string[]): LogLevel {
  const text = read(environment, SETTINGS.logLevel).toLowerCase();
  const level = LOG_LEVELS.find((known) => known === text);
  if (level === undefined) {
    problems.push(wrong(environment, SETTINGS.logLevel, `it is one of ${LOG_LEVELS.join(", ")}`));
  }
  return level ?? "info";
}

function wrong(environment: Environment, setting: Setting, right: string): string {
  return `Reading ${setting.name} "${environment[setting.name] ?? ""}": ${right}`;
}
