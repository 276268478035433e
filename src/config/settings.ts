// The settings table: every environment variable the program reads, what it means and its default.
// README, .env.example and the checks are compared with this table.

export interface Setting {
  readonly name: string;
  readonly meaning: string;
  /** As it would stand in .env; undefined when nothing is assumed. */
  readonly fallback: string | undefined;
}

export const SETTINGS = {
  token: {
    name: "MAX_BOT_TOKEN",
    meaning: "Token of the bot. Without it the bot runs on a local MAX with a chat page",
    fallback: undefined,
  },
  apiUrl: {
    name: "MAX_API_URL",
    meaning: "Address of the MAX Bot API",
    fallback: undefined,
  },
  transport: {
    name: "TRANSPORT",
    meaning: "How updates arrive: `polling`, or `webhook` (production)",
    fallback: "polling",
  },
  webhookUrl: {
    name: "WEBHOOK_URL",
    meaning: "The public https address that MAX delivers to; its path is served on `PORT`",
    fallback: undefined,
  },
  webhookSecret: {
    name: "WEBHOOK_SECRET",
    meaning: "What MAX has to say with each delivery: 16 to 256 of `A-Z a-z 0-9 _ -`",
    fallback: undefined,
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
    meaning:
      "Where state, questions and votes are kept: SQLite, or `postgres://user:password@host/name`",
    fallback: "file:./data/bot.db",
  },
  adminUserIds: {
    name: "ADMIN_USER_IDS",
    meaning: "Who administers the bot: user ids in MAX, with commas; `/whoami` tells one's own",
    fallback: undefined,
  },
  retentionDays: {
    name: "RETENTION_DAYS",
    meaning: "Days after which questions and votes are deleted",
    fallback: "90",
  },
  supportChatId: {
    name: "SUPPORT_CHAT_ID",
    meaning:
      "Group chat of the staff that questions are handed on to; `/chatid` there tells its id",
    fallback: undefined,
  },
  consoleToken: {
    name: "CONSOLE_TOKEN",
    meaning: "What opens the console at `/`, at least 32 characters. Without it there is none",
    fallback: undefined,
  },
  logLevel: {
    name: "LOG_LEVEL",
    meaning: "`debug`, `info`, `warn` or `error`",
    fallback: "info",
  },
} as const satisfies Readonly<Record<string, Setting>>;
