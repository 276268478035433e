// A local MAX without limits in this process, and a bot on it in a process of its own.
import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { LocalMax } from "../../src/preview/people/local-max.ts";
import { startPreview } from "../../src/preview/preview.ts";
import { Usage } from "./bot-setup.ts";

const BOT = fileURLToPath(new URL("bot.ts", import.meta.url));
const TOKEN = "token-of-the-bench";
export const WEBHOOK_SECRET = "s3cret-of-the-bench";
/** Long enough for the first poll, or the subscription, to be there. */
const SETTLING_MS = 1_500;

export type BotKind = "ours" | "echo" | "ours by webhook";

export interface RunningBot {
  readonly max: LocalMax;
  /** Where a bot with a webhook takes deliveries. */
  readonly webhookUrl: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

export async function runBot(kind: BotKind): Promise<RunningBot> {
  const names = { botName: "Бот", username: "school_bot" };
  const where = { host: "127.0.0.1", port: 0, token: TOKEN, limits: false };
  const preview = await startPreview({ ...where, ...names });
  const port = await freePort();
  const webhook = { url: `http://127.0.0.1:${port}/max`, secret: WEBHOOK_SECRET };
  const setup = {
    kind: kind === "echo" ? "echo" : "ours",
    token: TOKEN,
    apiUrl: preview.apiUrl,
    port,
    ...(kind === "ours by webhook" ? { webhook } : {}),
  };
  const child = fork(BOT, [JSON.stringify(setup)], {
    execArgv: ["--expose-gc", "--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(child, "message");
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
  return {
    max: preview.max,
    webhookUrl: webhook.url,
    usage: async () => {
      const answer = once(child, "message");
      child.send("usage");
      return Usage.parse((await answer)[0]);
    },
    stop: async () => {
      const exit = once(child, "exit");
      child.send("stop");
      await exit;
      await preview.close();
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
