// Refuses requests made under a foreign host name: no other web site may reach the local MAX.
import type { FastifyInstance } from "fastify";

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[?::1\]?)$/iu;

/**
 * A page elsewhere can make its own name resolve to 127.0.0.1 (DNS rebinding) and then read what is served
 * here, as if it were its own. So on loopback only the names of loopback are served; and everywhere no
 * request that a page of another origin sent.
 */
export function guardHost(app: FastifyInstance, boundHost: string): void {
  const isOnlyHere = isLoopback(boundHost);
  app.addHook("onRequest", async (request, reply) => {
    const host = request.headers.host ?? "";
    const isForeignHost = isOnlyHere && !isLoopback(withoutPort(host));
    if (isForeignHost || isForeignOrigin(request.headers.origin, host)) {
      await reply
        .code(403)
        .type("text/plain; charset=utf-8")
        .send("Чужой адрес: откройте страницу по ссылке, которую напечатала программа.\n");
    }
  });
}

/** Of the name of a host: whether only this computer is reached by it. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/u, "");
}

function isForeignOrigin(origin: string | undefined, host: string): boolean {
  return origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
}
