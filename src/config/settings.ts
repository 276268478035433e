// The settings table: every environment variable the program reads, what it means and its default.
// README, .env.example and the checks are compared with this table.

export interface Setting {
  readonly name: string;
  readonly meaning: string;
  /** As it would stand in .env; absent when nothing is assumed. */
  readonly fallback?: string;
}

export const SETTINGS = {
  token: {
    name: "MAX_BOT_TOKEN",
    meaning: "Token of the bot. Without it the bot runs on a local MAX with a chat page",
  },
  apiUrl: {
    name: "MAX_API_URL",
    meaning: "Address of the MAX Bot API",
  },
  transport: {
    name: "TRANSPORT",
    meaning: "How updates arrive: `polling`, or `webhook` (production)",
    fallback: "polling",
  },
  webhookUrl: {
    name: "WEBHOOK_URL",
    meaning: "The public https address that MAX delivers to; its path is served on `PORT`",
  },
  webhookSecret: {
    name: "WEBHOOK_SECRET",
    meaning: "What MAX has to say with each delivery: 16 to 256 of `A-Z a-z 0-9 _ -`",
  },
  host: {
    name: "HOST",
    meaning: "Address the program's server listens on: `/healthz`, the webhook, the chat page",
    fallback: "127.0.0.1",
  },
  port: {
    name: "PORT",
    meaning: "Port of that server; 0 for any free one",
    fallback: "8080",
  },
  faqFile: {
    name: "FAQ_FILE",
    meaning: "The content",
    fallback: "./faq.yaml",
  },
  databaseUrl: {
    name: "DATABASE_URL",
    meaning: "Where state, questions and votes are kept: SQLite, or `postgres://user:password@host/name`",
    fallback: "file:./data/bot.db",
  },
  adminUserIds: {
    name: "ADMIN_USER_IDS",
    meaning: "Who administers the bot: user ids in MAX, with commas; `/whoami` tells one's own",
  },
  retentionDays: {
    name: "RETENTION_DAYS",
    meaning: "Days after which questions and votes are deleted",
    fallback: "90",
  },
  supportChatId: {
    name: "SUPPORT_CHAT_ID",
    meaning: "Group chat of the staff that questions are handed on to; `/chatid` there tells its id",
  },
  consoleToken: {
    name: "CONSOLE_TOKEN",
    meaning: "What opens the console at `/`, at least 32 characters. Without it there is none",
  },
  logLevel: {
    name: "LOG_LEVEL",
    meaning: "`debug`, `info`, `warn` or `error`",
    fallback: "info",
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Empty is as good as absent, since .env files and compose files leave lines empty. */
export function readSetting(environment: Environment, { name, fallback = "" }: Setting): string {
  return environment[name]?.trim() || fallback;
}

/** What the environment says, and all that is wrong with it. */
export interface SettingsReader {
  readonly environment: Environment;
  readonly problems: string[];
  readonly read: (setting: Setting) => string;
  /** Notes what would be right. */
  readonly refuse: (setting: Setting, right: string) => void;
  /** The same of a secret, which is not shown, however wrong it is. */
  readonly refuseSecret: (setting: Setting, right: string) => void;
}

export function createReader(environment: Environment): SettingsReader {
  const problems: string[] = [];
  return {
    environment,
    problems,
    read: (setting) => readSetting(environment, setting),
    refuse: ({ name }, right) => problems.push(`Reading ${name} "${environment[name] ?? ""}": ${right}`),
    refuseSecret: ({ name }, right) => problems.push(`Reading ${name}: ${right}`),
  };
}
