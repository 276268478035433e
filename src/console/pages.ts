// Serves the built pages of the console, or a plain page that says how to build them.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createPageFiles, type PageFile, type PageFiles } from "./page-files.ts";
import { NOT_BUILT } from "./wording.ts";

/** No other host is asked for anything, and nothing runs that is not a file of ours. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

const INDEX = "console/index.html";
/** The names of these files change with what is in them. */
const FOR_EVER = "public, max-age=31536000, immutable";

export interface PagesOptions {
  /** The console is at `/` as well. */
  readonly isAtRoot: boolean;
  readonly files?: PageFiles;
}

export function addPages(app: FastifyInstance, options: PagesOptions): void {
  const { isAtRoot, files = createPageFiles() } = options;
  const sendIndex = async (request: FastifyRequest, reply: FastifyReply) => {
    const index = (await files())?.get(INDEX);
    return index === undefined ? sendNotBuilt(reply) : send(request, reply, index, "no-cache");
  };
  if (isAtRoot) app.get("/", sendIndex);
  app.get("/console", async (_, reply) => reply.redirect("/console/", 308));
  app.get("/console/", sendIndex);
  app.get<{ Params: { "*": string } }>("/console/*", async (request, reply) => {
    const name = request.params["*"];
    const file = (await files())?.get(name);
    if (file === undefined) return reply.code(404).headers(HEADERS).send();
    return send(request, reply, file, name.startsWith("assets/") ? FOR_EVER : "no-cache");
  });
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, bytes, zipped, etag }: PageFile,
  caching: string,
): FastifyReply {
  reply.headers({ ...HEADERS, "cache-control": caching, etag, vary: "accept-encoding" });
  if (request.headers["if-none-match"] === etag) return reply.code(304).send();
  const takesZipped = /\bgzip\b/u.test(request.headers["accept-encoding"] ?? "");
  if (zipped === undefined || !takesZipped) return reply.type(type).send(bytes);
  return reply.header("content-encoding", "gzip").type(type).send(zipped);
}

function sendNotBuilt(reply: FastifyReply): FastifyReply {
  const { title, text, command } = NOT_BUILT;
  return reply
    .code(503)
    .headers({ ...HEADERS, "cache-control": "no-store" })
    .type("text/html; charset=utf-8")
    .send(
      `<!doctype html><html lang="ru"><meta charset="utf-8"><title>${title}</title>` +
        `<h1>${title}</h1><p>${text}</p><pre>${command}</pre></html>\n`,
    );
}
