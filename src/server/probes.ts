// What service managers and balancers ask: GET /healthz, whether the process is alive, GET /readyz, whether it may be given work,
// and GET /metrics, as Prometheus asks for it.
import type { FastifyInstance, FastifyReply } from "fastify";

/** By the part that is looked at: "ok", or what is wrong with it. Nothing secret: whoever reaches the port may ask. */
export type Ask = () => Promise<Readonly<Record<string, string>>>;

export interface Probes {
  readonly live: Ask;
  readonly ready: Ask;
}

/** 200 when all is well, 503 otherwise, and in either case what was looked at. */
export function addProbes(app: FastifyInstance, { live, ready }: Probes): void {
  app.get("/healthz", (_request, reply) => answer(live, reply));
  app.get("/readyz", (_request, reply) => answer(ready, reply));
}

async function answer(ask: Ask, reply: FastifyReply): Promise<FastifyReply> {
  const checks = await ask();
  const isWell = Object.values(checks).every((one) => one === "ok");
  return reply.code(isWell ? 200 : 503).send({ status: isWell ? "ok" : "failing", checks });
}

export type RenderMetrics = () => Promise<{ readonly contentType: string; readonly text: string }>;

export function addMetrics(app: FastifyInstance, render: RenderMetrics): void {
  app.get("/metrics", async (_request, reply) => {
    const { contentType, text } = await render();
    return reply.header("content-type", contentType).send(text);
  });
}
