// The sign of life for service managers and containers: GET /healthz on the program's own port.
import Fastify from "fastify";
import type { Log } from "./delivery/log.ts";

export interface Health {
  /** MAX answered, and what it gave is safe. */
  readonly alive: () => void;
  close(): Promise<void>;
}

export interface HealthOptions {
  readonly host: string;
  readonly port: number;
  readonly log: Log;
  readonly now?: () => number;
}

/** A poll is held for 30 s and given up after 45; after this long without an answer something is wrong. */
const SILENCE_MS = 120_000;

/**
 * Answers 200 while MAX answered lately, 503 otherwise. Where the port is taken the bot works without it: a message
 * of a parent is worth more than a sign of life.
 */
export async function openHealth({
  host,
  port,
  log,
  now = Date.now,
}: HealthOptions): Promise<Health> {
  let aliveAt = now();
  const server = Fastify({ logger: false, forceCloseConnections: true });
  server.get("/healthz", (_request, reply) => {
    const silentMs = now() - aliveAt;
    const isAlive = silentMs <= SILENCE_MS;
    return reply.code(isAlive ? 200 : 503).send({ status: isAlive ? "ok" : "silent", silentMs });
  });
  try {
    await server.listen({ host, port });
  } catch (error) {
    log.warn(
      { err: error, host, port },
      "No sign of life at /healthz: the port cannot be listened on",
    );
  }
  return {
    alive: () => {
      aliveAt = now();
    },
    close: () => server.close(),
  };
}
