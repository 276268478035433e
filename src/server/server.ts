// The program's own HTTP server: the parts of the program add their routes, then it listens.
import Fastify, { type FastifyError, type FastifyInstance } from "fastify";
import { addStrictHeaders } from "./headers.ts";

export interface Server {
  /** For adding routes, before `listen`. */
  readonly app: FastifyInstance;
  /** Rejects with the error of Node where the port cannot be listened on. */
  listen(host: string, port: number): Promise<void>;
  /** Takes no new requests, and resolves when those on their way are answered. */
  close(): Promise<void>;
}

/** MAX's updates are small; a message has 4,000 characters at most. */
const BODY_BYTES = 1024 * 1024;
/** Whoever sends slower than this wants to keep a connection busy. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 15_000;
const SILENT_CONNECTION_MS = 80_000;
/** Longer than the usual 60 and 75 s of proxies in front, which must not send into a connection that is just closed. */
const KEEP_ALIVE_MS = 76_000;

export function createServer(): Server {
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    connectionTimeout: SILENT_CONNECTION_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: "idle",
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: 2_000 },
  });
  addStrictHeaders(app);
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: "not found" }));
  // Neither stacks nor the words of a library leave the program.
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    return reply.code(status).send({ error: status < 500 ? "bad request" : "internal error" });
  });
  return {
    app,
    listen: async (host, port) => {
      await app.listen({ host, port });
    },
    close: () => app.close(),
  };
}
