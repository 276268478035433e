// Refuses what is asked for under a foreign name, and what a page of another site would write.
import { isIP } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isLoopback } from "../runtime/loopback.ts";
import { isForeign } from "./asker.ts";

export interface HostGuard {
  /** The names that are ours: what is listened on, what a proxy in front is called. */
  readonly names: readonly string[];
  /** Whoever reaches the program may do everything: it answers under the names of this computer alone. */
  readonly isOnlyHere?: boolean;
  /** What has a secret of its own is taken under any name. */
  readonly openPath?: string | undefined;
}

const FOREIGN = "Чужой адрес: откройте страницу по адресу, который дал тот, кто запустил программу.\n";

/**
 * A page elsewhere can make its own name lead here (DNS rebinding), and then read what is served here as if it were its
 * own. That takes a name which a stranger may give: no address, none of this computer, none without a dot.
 */
export function guardHost(app: FastifyInstance, guard: HostGuard): void {
  const names = new Set(guard.names.map((name) => name.toLowerCase()));
  const isServed = ({ headers }: FastifyRequest) => {
    const name = nameOf(headers.host ?? "");
    if (isLoopback(name)) return true;
    if (guard.isOnlyHere === true) return false;
    // Browsers say it by https and to this computer alone; a page with a name of its own is here by http, and cannot set it.
    if (headers["sec-fetch-site"] !== undefined) return true;
    return isIP(name) !== 0 || !name.includes(".") || names.has(name);
  };
  app.addHook("onRequest", async (request, reply) => {
    if (request.method === "POST" && request.routeOptions.url === guard.openPath) return;
    if (isServed(request) && !isForged(request)) return;
    await reply.code(403).header("connection", "close").type("text/plain; charset=utf-8").send(FOREIGN);
  });
}

/** Without port and brackets. */
function nameOf(host: string): string {
  const name = host.replace(/:\d+$/u, "").toLowerCase();
  return name.startsWith("[") && name.endsWith("]") ? name.slice(1, -1) : name;
}

/** A link from elsewhere may lead here, but nothing may be written from there, nor read by a script. */
function isForged(request: FastifyRequest): boolean {
  const isLink = /^(?:GET|HEAD)$/u.test(request.method) && request.headers.origin === undefined;
  return !isLink && isForeign(request);
}
