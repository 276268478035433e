// The whole program on its local MAX, with the shipped content where no other is named.
import { join, resolve } from "node:path";
import { startApp, type App } from "../src/app.ts";
import type { Config } from "../src/config/config.ts";
import type { Preview } from "../src/preview/preview.ts";
import { silentLog } from "./silent-log.ts";

export interface StartedBot {
  readonly app: App;
  readonly preview: Preview;
}

const SHIPPED = join(resolve(import.meta.dirname, ".."), "faq.yaml");

export async function startBot(
  faqFile = SHIPPED,
  changes: Partial<Config> = {},
): Promise<StartedBot> {
  const app = await startApp(
    {
      target: { kind: "preview" },
      transport: { kind: "polling", former: undefined },
      host: "127.0.0.1",
      port: 0,
      faqFile,
      databaseUrl: "file:./unused.db",
      adminUserIds: [],
      retentionDays: 90,
      supportChatId: undefined,
      logLevel: "error",
      ...changes,
    },
    silentLog,
  );
  if (app.preview === undefined) throw new Error("the app runs without its local MAX");
  return { app, preview: app.preview };
}
