// What every answer of the program's server says about how it may be used: not at all, unless a page says otherwise.
import type { FastifyInstance } from "fastify";

export const STRICT_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

export function addStrictHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", async (_request, reply) => {
    for (const [name, value] of Object.entries(STRICT_HEADERS)) reply.header(name, value);
  });
}
