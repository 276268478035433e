// The environment to a Config, or all problems of it at once; and what of a Config is secret.
import { UsageError } from "../runtime/errors.ts";
import { isLoopback } from "../runtime/loopback.ts";
import { LOG_LEVELS, type LogLevel } from "../runtime/log.ts";
import { createReader, type Environment, SETTINGS, type SettingsReader } from "./settings.ts";
import { endpointOf, readTransport, type Transport } from "./transport.ts";

/** Which MAX the bot talks to. */
export type Target =
  { readonly kind: "max"; readonly token: string; readonly apiUrl: string | undefined } | { readonly kind: "preview" };

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

/** Throws one UsageError that names every wrong setting and what would be right. */
export function readConfig(environment: Environment): Config {
  const reader = createReader(environment);
  const { read, problems } = reader;
  const config: Config = {
    target: readTarget(reader),
    transport: readTransport(reader),
    host: read(SETTINGS.host),
    port: readPort(reader),
    faqFile: read(SETTINGS.faqFile),
    databaseUrl: read(SETTINGS.databaseUrl),
    adminUserIds: readAdminUserIds(reader),
    retentionDays: readRetentionDays(reader),
    supportChatId: readSupportChatId(reader),
    consoleToken: readConsoleToken(reader),
    logLevel: readLogLevel(reader),
  };
  problems.push(...problemsOfPaths(config));
  if (problems.length > 0) {
    throw new UsageError(problems.join("\n"), "Set these in the environment or in the file .env");
  }
  return config;
}

function readTarget(reader: SettingsReader): Target {
  const token = reader.read(SETTINGS.token);
  if (token !== "") return { kind: "max", token, apiUrl: readApiUrl(reader) };
  if (reader.environment["NODE_ENV"] === "production")
    reader.refuseSecret(
      SETTINGS.token,
      "it is not set, and with NODE_ENV=production the bot does not start on a local MAX",
    );
  return { kind: "preview" };
}

function readPort({ read, refuse }: SettingsReader): number {
  const text = read(SETTINGS.port);
  const port = Number(text);
  if (/^\d{1,5}$/u.test(text) && port <= 65_535) return port;
  refuse(SETTINGS.port, "a port is a number from 0 to 65535");
  return 0;
}

function readAdminUserIds({ read, refuse }: SettingsReader): readonly number[] {
  const parts = read(SETTINGS.adminUserIds)
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const wrongParts = parts.filter((part) => !isPositiveInteger(part));
  if (wrongParts.length > 0) {
    const named = wrongParts.map((part) => `"${part}"`).join(", ");
    const right = `${named} cannot be the number of a user; they are positive whole numbers with commas between them`;
    refuse(SETTINGS.adminUserIds, right);
  }
  return [...new Set(parts.map(Number))];
}

function readRetentionDays({ read, refuse }: SettingsReader): number {
  const text = read(SETTINGS.retentionDays);
  const days = Number(text);
  if (isPositiveInteger(text) && days <= MAX_RETENTION_DAYS) return days;
  refuse(SETTINGS.retentionDays, `it is a whole number of days from 1 to ${MAX_RETENTION_DAYS}`);
  return MAX_RETENTION_DAYS;
}

function isPositiveInteger(text: string): boolean {
  return /^[1-9]\d*$/u.test(text) && Number.isSafeInteger(Number(text));
}

function readApiUrl({ read, refuse }: SettingsReader): string | undefined {
  const text = read(SETTINGS.apiUrl);
  if (text === "") return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "https:" || url?.protocol === "http:") return text;
  refuse(SETTINGS.apiUrl, "an address looks like https://host/path");
  return undefined;
}

function readSupportChatId({ read, refuse }: SettingsReader): number | undefined {
  const text = read(SETTINGS.supportChatId);
  if (text === "") return undefined;
  const chatId = Number(text);
  if (/^-?\d+$/u.test(text) && Number.isSafeInteger(chatId) && chatId !== 0) return chatId;
  const right = "the id of a chat is a whole number other than 0, negative for groups";
  refuse(SETTINGS.supportChatId, right);
  return undefined;
}

/** Where MAX delivers to is nothing else at the same time. */
function problemsOfPaths({ transport, consoleToken }: Config): readonly string[] {
  const endpoint = endpointOf(transport);
  if (consoleToken === undefined || endpoint === undefined || !URL.canParse(endpoint.url)) return [];
  const { pathname } = new URL(endpoint.url);
  const right = "this path is the console's; another one is right, for example /max/webhook";
  return /^\/console(?:\/|$)/u.test(pathname)
    ? [`Reading ${SETTINGS.webhookUrl.name} "${endpoint.url}": ${right}`]
    : [];
}

function readConsoleToken({ read, refuseSecret }: SettingsReader): string | undefined {
  const token = read(SETTINGS.consoleToken);
  if (token === "") return undefined;
  if (token.length < MIN_CONSOLE_TOKEN || !/^[!-~]+$/u.test(token))
    refuseSecret(
      SETTINGS.consoleToken,
      `whoever guesses it rules the bot, so it is at least ${MIN_CONSOLE_TOKEN} letters, digits and signs without spaces, random ones; make one with: openssl rand -hex 32`,
    );
  return token;
}

function readLogLevel({ read, refuse }: SettingsReader): LogLevel {
  const text = read(SETTINGS.logLevel).toLowerCase();
  const level = LOG_LEVELS.find((known) => known === text);
  if (level === undefined) refuse(SETTINGS.logLevel, `it is one of ${LOG_LEVELS.join(", ")}`);
  return level ?? "info";
}

/** What must never be written anywhere: everything in the settings that opens something, in the forms in which it may be written. */
export function secretsOf({ target, transport, databaseUrl, consoleToken = "" }: Config): readonly string[] {
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
