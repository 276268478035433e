// GET /metrics, as Prometheus asks for it.
import type { FastifyInstance } from "fastify";

export type RenderMetrics = () => Promise<{ readonly contentType: string; readonly text: string }>;

export function addMetrics(app: FastifyInstance, render: RenderMetrics): void {
  app.get("/metrics", async (_request, reply) => {
    const { contentType, text } = await render();
    return reply.header("content-type", contentType).send(text);
  });
}
