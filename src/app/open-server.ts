// The program's server with all that is served on it.
import type { Config } from "../config/config.ts";
import { endpointOf } from "../config/transport.ts";
import type { Log } from "../runtime/log.ts";
import { UsageError } from "../runtime/errors.ts";
import type { BotIdentity } from "../max/mention.ts";
import { createWebhookIntake } from "../max/webhook-intake.ts";
import { steadyNow } from "../runtime/steady-clock.ts";
import { createAttempts } from "../server/attempts.ts";
import { guardHost } from "../server/host-guard.ts";
import { addMetrics, addProbes } from "../server/probes.ts";
import { createServer } from "../server/server.ts";
import { addWebhook } from "../server/webhook-route.ts";
import type { Inbox } from "../store/inbox/inbox.ts";
import type { AddConsole } from "../console/console.ts";
import type { Watch } from "../health/open-watch.ts";

export interface ServerParts {
  readonly inbox: Pick<Inbox, "receive">;
  readonly bot: () => BotIdentity | undefined;
  /** Called when new updates are in the inbox. */
  readonly onReceived: () => void;
  readonly watch: Pick<Watch, "probes" | "refused">;
  readonly addConsole: AddConsole;
  readonly log: Log;
}

export interface ProgramServer {
  /** Rejects with UsageError where the bot cannot do without the port. */
  listen(): Promise<void>;
  close(): Promise<void>;
}

export function openServer(config: Config, parts: ServerParts): ProgramServer {
  const { watch } = parts;
  const { target, transport, host, port } = config;
  // The preview has the port to itself, and nobody supervises it.
  if (target.kind === "preview") return { listen: async () => undefined, close: async () => undefined };
  const server = createServer();
  const isWebhook = transport.kind === "webhook";
  const endpoint = endpointOf(transport);
  const reached = endpoint && new URL(endpoint.url);
  guardHost(server.app, { names: [host, reached?.hostname ?? host], openPath: reached?.pathname });
  addProbes(server.app, watch.probes);
  addMetrics(server.app, watch.probes.metrics);
  parts.addConsole?.(server.app);
  if (endpoint !== undefined && reached !== undefined) {
    addWebhook(server.app, {
      path: reached.pathname,
      secret: endpoint.secret,
      accept: createWebhookIntake(parts),
      attempts: createAttempts(steadyNow),
      onRefused: watch.refused,
    });
  }
  return {
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

function cannotListen(host: string, port: number, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UsageError(
    `Listening for the webhook on "${host}:${port}": ${reason}`,
    "Set HOST and PORT to an address of this machine that is free, and point the proxy in front to it",
  );
}
