// The program's own HTTP server: the parts of the program add their routes, then it listens.
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";

export interface Server {
  /** For adding routes, before `listen`. */
  readonly app: FastifyInstance;
  /** Rejects with the error of Node where the port cannot be listened on. */
  listen(host: string, port: number): Promise<void>;
  /** Takes no new requests, and resolves when those on their way are answered, or after some seconds. */
  close(): Promise<void>;
}

/** What every answer says about how it may be used: not at all, unless a page says otherwise. */
export const STRICT_HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

/** MAX's updates are small; a message has 4,000 characters at most. */
const BODY_BYTES = 1024 * 1024;
/** Whoever sends slower than this wants to keep a connection busy. */
const SLOW_MS = { headersMs: 10_000, requestMs: 15_000, checkMs: 2_000 };
const SILENT_CONNECTION_MS = 80_000;
/** Longer than the usual 60 and 75 s of proxies in front, which must not send into a connection that is just closed. */
const KEEP_ALIVE_MS = 76_000;
/**
 * What waits at the webhook has a connection each, pages of the console one or two; the others are for whoever keeps
 * connections busy, and for the probes that have to get through all the same.
 */
const MOST_CONNECTIONS = 1_000;

export interface ServerBounds {
  /** Whoever has not sent its request until then must not keep the program from stopping. */
  readonly closingMs: number;
  readonly headersMs: number;
  /** From the first byte to the last one of the body. */
  readonly requestMs: number;
  /** How often it is looked who is too slow. */
  readonly checkMs: number;
  /** Further ones are closed at once. */
  readonly mostConnections: number;
}

const BOUNDS: ServerBounds = {
  ...SLOW_MS,
  closingMs: 3_000,
  mostConnections: MOST_CONNECTIONS,
};

export function createServer(changes: Partial<ServerBounds> = {}): Server {
  const bounds = { ...BOUNDS, ...changes };
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_BYTES,
    requestTimeout: bounds.requestMs,
    connectionTimeout: SILENT_CONNECTION_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: "idle",
    frameworkErrors: (error, request, reply) => void refuse(error, request, reply),
    http: { headersTimeout: bounds.headersMs, connectionsCheckingInterval: bounds.checkMs },
  });
  app.server.maxConnections = bounds.mostConnections;
  addStrictHeaders(app);
  // Before a body is read, so that a stranger costs nothing.
  app.addHook("onRequest", async (request, reply) => {
    if (request.is404) await reply.code(404).header("connection", "close").send({ error: "not found" });
  });
  app.setErrorHandler(refuse);
  return {
    app,
    listen: async (host, port) => {
      await app.listen({ host, port });
    },
    close: async () => {
      const timer = setTimeout(() => app.server.closeAllConnections(), bounds.closingMs);
      await app.close();
      clearTimeout(timer);
    },
  };
}

/** Neither stacks nor the words of a library leave the program. */
function refuse(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  return reply
    .code(status)
    .headers(STRICT_HEADERS)
    .send({ error: status < 500 ? "bad request" : "internal error" });
}

function addStrictHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", async (_request, reply) => {
    for (const [name, value] of Object.entries(STRICT_HEADERS)) reply.header(name, value);
  });
}
