// The environment to a Config, or all problems of it at once; and what of a Config is secret.
import { UsageError } from "../runtime/errors.ts";
import { isLoopback } from "../runtime/loopback.ts";
import { LOG_LEVELS, type LogLevel } from "../runtime/log.ts";
import { SETTINGS, type Setting } from "./settings.ts";
import { endpointOf, readTransport, type Transport } from "./transport.ts";

/** Which MAX the bot talks to. */
export type Target =
  | { readonly kind: "max"; readonly token: string; readonly apiUrl: string | undefined }
  | { readonly kind: "preview" };

/** Ten years: more is a slip of the hand. */
const MAX_RETENTION_DAYS = 3650;

/** Nobody guesses so many random characters, and nobody invents so many by heart. */
const MIN_CONSOLE_TOKEN = 32;

export interface Config {
  readonly target: Target;
  readonly transport: Transport;
  /** Where the program's own server listens. */
  readonly host: string;
  readonly port: number;
  readonly faqFile: string;
  readonly databaseUrl: string;
  /** User ids in MAX; empty where nobody is named. */
  readonly adminUserIds: readonly number[];
  /** How long questions and votes are kept. */
  readonly retentionDays: number;
  /** The chat of the staff; undefined when nobody can be asked. Negative for groups. */
  readonly supportChatId: number | undefined;
  /** What opens the console; undefined where there is none. */
  readonly consoleToken: string | undefined;
  readonly logLevel: LogLevel;
}

/** A preview that nobody reaches but who is at this computer: they may do everything there. */
export function isPrivatePreview({ target, host }: Pick<Config, "target" | "host">): boolean {
  return target.kind === "preview" && isLoopback(host);
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Throws one UsageError that names every wrong setting and what would be right. */
export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const config: Config = {
    target: readTarget(environment, problems),
    transport: transportOf(environment, problems),
    host: read(environment, SETTINGS.host),
    port: readPort(environment, problems),
    faqFile: read(environment, SETTINGS.faqFile),
    databaseUrl: read(environment, SETTINGS.databaseUrl),
    adminUserIds: readAdminUserIds(environment, problems),
    retentionDays: readRetentionDays(environment, problems),
    supportChatId: readSupportChatId(environment, problems),
    consoleToken: readConsoleToken(environment, problems),
    logLevel: readLogLevel(environment, problems),
  };
  problems.push(...problemsOfPaths(config));
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

function transportOf(environment: Environment, problems: string[]): Transport {
  const { transport, problems: found } = readTransport({
    transport: read(environment, SETTINGS.transport),
    webhookUrl: read(environment, SETTINGS.webhookUrl),
    webhookSecret: read(environment, SETTINGS.webhookSecret),
    apiUrl: read(environment, SETTINGS.apiUrl),
  });
  for (const { setting, right } of found)
    problems.push(
      // A secret is not shown, however wrong it is.
      setting === "webhookSecret"
        ? `Reading ${SETTINGS.webhookSecret.name}: ${right}`
        : wrong(environment, SETTINGS[setting], right),
    );
  return transport;
}

function readPort(environment: Environment, problems: string[]): number {
  const text = read(environment, SETTINGS.port);
  const port = Number(text);
  if (/^\d{1,5}$/u.test(text) && port <= 65_535) return port;
  problems.push(wrong(environment, SETTINGS.port, "a port is a number from 0 to 65535"));
  return 0;
}

function readAdminUserIds(environment: Environment, problems: string[]): readonly number[] {
  const parts = read(environment, SETTINGS.adminUserIds)
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const wrongParts = parts.filter((part) => !isPositiveInteger(part));
  if (wrongParts.length > 0) {
    const named = wrongParts.map((part) => `"${part}"`).join(", ");
    const right = `${named} cannot be the number of a user; they are positive whole numbers with commas between them`;
    problems.push(wrong(environment, SETTINGS.adminUserIds, right));
  }
  return [...new Set(parts.map(Number))];
}

function readRetentionDays(environment: Environment, problems: string[]): number {
  const text = read(environment, SETTINGS.retentionDays);
  const days = Number(text);
  if (isPositiveInteger(text) && days <= MAX_RETENTION_DAYS) return days;
  const right = `it is a whole number of days from 1 to ${MAX_RETENTION_DAYS}`;
  problems.push(wrong(environment, SETTINGS.retentionDays, right));
  return MAX_RETENTION_DAYS;
}

function isPositiveInteger(text: string): boolean {
  return /^[1-9]\d*$/u.test(text) && Number.isSafeInteger(Number(text));
}

function readApiUrl(environment: Environment, problems: string[]): string | undefined {
  const text = read(environment, SETTINGS.apiUrl);
  if (text === "") return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "https:" || url?.protocol === "http:") return text;
  problems.push(wrong(environment, SETTINGS.apiUrl, "an address looks like https://host/path"));
  return undefined;
}

function readSupportChatId(environment: Environment, problems: string[]): number | undefined {
  const text = read(environment, SETTINGS.supportChatId);
  if (text === "") return undefined;
  const chatId = Number(text);
  if (/^-?\d+$/u.test(text) && Number.isSafeInteger(chatId) && chatId !== 0) return chatId;
  const right = "the id of a chat is a whole number other than 0, negative for groups";
  problems.push(wrong(environment, SETTINGS.supportChatId, right));
  return undefined;
}

/** Where MAX delivers to is nothing else at the same time. */
function problemsOfPaths({ transport, consoleToken }: Config): readonly string[] {
  const endpoint = endpointOf(transport);
  if (consoleToken === undefined || endpoint === undefined || !URL.canParse(endpoint.url))
    return [];
  const { pathname } = new URL(endpoint.url);
  const right = "this path is the console's; another one is right, for example /max/webhook";
  return /^\/console(?:\/|$)/u.test(pathname)
    ? [`Reading ${SETTINGS.webhookUrl.name} "${endpoint.url}": ${right}`]
    : [];
}

/** What is wrong with it is said without it. */
function readConsoleToken(environment: Environment, problems: string[]): string | undefined {
  const token = read(environment, SETTINGS.consoleToken);
  if (token === "") return undefined;
  if (token.length < MIN_CONSOLE_TOKEN || !/^[!-~]+$/u.test(token))
    problems.push(
      `Reading ${SETTINGS.consoleToken.name}: whoever guesses it rules the bot, so it is at least ${MIN_CONSOLE_TOKEN} letters, digits and signs without spaces, random ones; make one with: openssl rand -hex 32`,
    );
  return token;
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

/** What must never be written anywhere: everything in the settings that opens something, in the forms in which it may be written. */
export function secretsOf({
  target,
  transport,
  databaseUrl,
  consoleToken = "",
}: Config): readonly string[] {
  const endpoint = endpointOf(transport);
  const password = URL.canParse(databaseUrl) ? new URL(databaseUrl).password : "";
  const found = [
    target.kind === "max" ? target.token : "",
    endpoint?.secret ?? "",
    consoleToken,
    password,
    decoded(password),
  ];
  return [...new Set(found)].filter((secret) => secret !== "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
