// The sign of life for service managers and containers: GET /healthz.
import type { FastifyInstance } from "fastify";

export interface Health {
  /** MAX answered, and what it gave is safe. */
  readonly alive: () => void;
}

export interface HealthOptions {
  /** After so long without a sign of life something is wrong. */
  readonly silenceMs: number;
  readonly now: () => number;
}

/** Answers 200 while MAX answered lately, 503 otherwise. */
export function addHealth(app: FastifyInstance, { silenceMs, now }: HealthOptions): Health {
  let aliveAt = now();
  app.get("/healthz", (_request, reply) => {
    const silentMs = now() - aliveAt;
    const isAlive = silentMs <= silenceMs;
    return reply.code(isAlive ? 200 : 503).send({ status: isAlive ? "ok" : "silent", silentMs });
  });
  return {
    alive: () => {
      aliveAt = now();
    },
  };
}
