// The whole program on its local MAX, or on one that is not its own, with a small content where no other is named.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startApp, type App, type Composition } from "../../../src/app/app.ts";
import type { Config } from "../../../src/config/config.ts";
import { startPreview, type Preview, type PreviewOptions } from "../../../src/preview/preview.ts";
import { freePort } from "../free-port.ts";
import { silentLog } from "../logs.ts";
import { until } from "../until.ts";

export interface StartedBot {
  readonly app: App;
  readonly preview: Preview;
  stop(): Promise<void>;
}

/** For what is about the shipped content: to build it takes a second. */
export const SHIPPED = resolve(import.meta.dirname, "../../../faq.yaml");
/** For everything else; also for `FAQ_FILE` of a process. */
export const SCHOOL = join(import.meta.dirname, "school.yaml");

const CONFIG: Config = {
  target: { kind: "preview" },
  transport: { kind: "polling", former: undefined },
  host: "127.0.0.1",
  port: 0,
  faqFile: SCHOOL,
  databaseUrl: "file:./unused.db",
  adminUserIds: [],
  retentionDays: 90,
  supportChatId: undefined,
  consoleToken: undefined,
  logLevel: "error",
};

export async function startBot(
  faqFile = SCHOOL,
  changes: Partial<Config> = {},
  composition: Composition = {},
): Promise<StartedBot> {
  const app = await startApp({ ...CONFIG, faqFile, ...changes }, silentLog, composition);
  if (app.preview === undefined) throw new Error("the app runs without its local MAX");
  return { app, preview: app.preview, stop: () => app.stop() };
}

/** The bot on a MAX that is not its own. */
export function startBotOn(
  { apiUrl }: Pick<Preview, "apiUrl">,
  token: string,
  changes: Partial<Omit<Config, "target">> & Pick<Config, "databaseUrl">,
  log = silentLog,
): Promise<App> {
  return startApp({ ...CONFIG, target: { kind: "max", token, apiUrl }, ...changes }, log);
}

/** The bot on a local MAX that is not its own and delivers to it. */
export async function startBotByWebhook(): Promise<StartedBot> {
  const token = "token-of-the-webhook";
  const names = { botName: "Школьный помощник", username: "school_faq_bot" };
  const preview = await startMax(token, names);
  const port = await freePort();
  const endpoint = { url: `http://127.0.0.1:${port}/max`, secret: "s3cret-of-the-webhook" };
  const app = await startBotOn(preview, token, {
    transport: { kind: "webhook", endpoint },
    port,
    databaseUrl: `file:${join(mkdtempSync(join(tmpdir(), "by-webhook-")), "bot.db")}`,
  });
  await until(() => preview.max.webhooks.isActive);
  const stop = async () => {
    await app.stop();
    await preview.close();
  };
  return { app, preview, stop };
}

export function startMax(token: string, changes: Partial<Omit<PreviewOptions, "token">> = {}): Promise<Preview> {
  return startPreview({
    host: "127.0.0.1",
    port: 0,
    token,
    botName: "Бот",
    username: "school_bot",
    ...changes,
  });
}
