// The bot under measurement, in a process of its own: ours as a whole, or the SDK's with one handler that echoes.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { z } from "zod";
import { BotSetup, type Usage } from "./bot-setup.ts";

// Each loads only what it is made of: the memory of one is not to count for the other.
type Order = z.infer<typeof BotSetup>;

async function startOurs({ token, apiUrl, webhook, port }: Order): Promise<() => Promise<void>> {
  const { startApp } = await import("../../src/app/app.ts");
  const { createLog } = await import("../../src/runtime/log.ts");
  const { unlimited } = await import("../../src/max/limiter.ts");
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const app = await startApp(
    {
      target: { kind: "max", token, apiUrl },
      transport:
        webhook === undefined ? { kind: "polling", former: undefined } : { kind: "webhook", endpoint: webhook },
      host: "127.0.0.1",
      port,
      faqFile: "faq.yaml",
      databaseUrl: `file:${join(folder, "bot.db")}`,
      adminUserIds: [],
      retentionDays: 90,
      supportChatId: undefined,
      consoleToken: undefined,
      logLevel: "warn",
    },
    createLog({ level: "warn", secrets: [], destination: process.stderr }),
    { limiter: unlimited },
  );
  return async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** As the SDK's documentation begins: its own polling, no database, no limits. */
async function startEcho({ token, apiUrl }: Order): Promise<() => Promise<void>> {
  const { Bot } = await import("@maxhub/max-bot-api");
  const bot = new Bot(token, { clientOptions: { baseUrl: apiUrl } });
  bot.on("message_created", (ctx) => ctx.reply(ctx.message.body.text ?? ""));
  void bot.start();
  return async () => bot.stop();
}

function usage(): Usage {
  // Twice: the first collection may leave what only finalizers held.
  globalThis.gc?.();
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { cpuMs: (user + system) / 1000, rssBytes: rss, heapBytes: heapUsed + external };
}

const setup = BotSetup.parse(JSON.parse(process.argv[2] ?? ""));
const stop = await (setup.kind === "ours" ? startOurs(setup) : startEcho(setup));
process.on("message", (message) => {
  if (message === "usage") process.send?.(usage());
  if (message === "stop") void stop().finally(() => process.exit(0));
});
process.send?.("started");
