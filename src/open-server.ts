// The program's server with all that is served on it.
import type { Config } from "./config/config.ts";
import type { WebhookEndpoint } from "./config/transport.ts";
import type { Log } from "./delivery/log.ts";
import { steadyNow } from "./delivery/steady-clock.ts";
import { UsageError } from "./errors.ts";
import type { BotIdentity } from "./max/decode.ts";
import { createDeliveryDesk } from "./max/delivery-desk.ts";
import { addHealth } from "./server/health.ts";
import { createServer } from "./server/server.ts";
import { addWebhook } from "./server/webhook-route.ts";
import type { Inbox } from "./store/inbox.ts";

export interface ServerParts {
  readonly inbox: Pick<Inbox, "receive">;
  readonly bot: () => BotIdentity | undefined;
  /** Called when new updates are in the inbox. */
  readonly onReceived: () => void;
  readonly log: Log;
}

export interface ProgramServer {
  /** MAX answered, and what it gave is safe. */
  readonly alive: () => void;
  /** Rejects with UsageError where the bot cannot do without the port. */
  listen(): Promise<void>;
  close(): Promise<void>;
}

/** A poll is held for 30 s and given up after 45; after this long without an answer something is wrong. */
const POLLING_SILENCE_MS = 120_000;
/** The subscription is looked after every two minutes. */
const WEBHOOK_SILENCE_MS = 300_000;

export function openServer(config: Config, parts: ServerParts): ProgramServer {
  const { target, transport, host, port } = config;
  // The preview has the port to itself, and nobody supervises it.
  if (target.kind === "preview")
    return { alive: () => undefined, listen: async () => undefined, close: async () => undefined };
  const server = createServer();
  const isWebhook = transport.kind === "webhook";
  const silenceMs = isWebhook ? WEBHOOK_SILENCE_MS : POLLING_SILENCE_MS;
  const health = addHealth(server.app, { silenceMs, now: steadyNow });
  const endpoint = isWebhook ? transport.endpoint : transport.former;
  if (endpoint !== undefined) {
    const accept = createDeliveryDesk(parts);
    addWebhook(server.app, { path: pathOf(endpoint), secret: endpoint.secret, accept });
  }
  return {
    alive: health.alive,
    listen: async () => {
      try {
        await server.listen(host, port);
      } catch (error) {
        if (isWebhook) throw cannotListen(host, port, error);
        // A message of a parent is worth more than a sign of life.
        const fields = { err: error, host, port };
        parts.log.warn(fields, "No sign of life at /healthz: the port cannot be listened on");
      }
    },
    close: () => server.close(),
  };
}

function pathOf({ url }: WebhookEndpoint): string {
  return new URL(url).pathname;
}

function cannotListen(host: string, port: number, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UsageError(
    `Listening for the webhook on "${host}:${port}": ${reason}`,
    "Set HOST and PORT to an address of this machine that is free, and point the proxy in front to it",
  );
}
