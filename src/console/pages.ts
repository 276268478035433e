// Serves the built pages of the console, or a plain page that says how to build them.
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { STRICT_HEADERS } from "../server/server.ts";

/** No other host is asked for anything, and nothing runs that is not a file of ours. */
const HEADERS = {
  ...STRICT_HEADERS,
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

/** Nothing else is served that may come to lie there. */
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** Within the folder, where the page of the preview lies beside it. */
const INDEX = "console/index.html";
/** What is looked for on the disk: no name leads out of the folder. */
const ASSET = /^assets\/[\w-][\w.-]*$/u;
/** The names of these files change with what is in them. */
const FOR_EVER = "public, max-age=31536000, immutable";

/** Beside the program once it is built; from source it is what `npm run build` left in the checkout. */
const BUILT = import.meta.url.endsWith(".ts") ? "../../dist/pages/" : "pages/";
const PAGE_FOLDER = fileURLToPath(new URL(BUILT, import.meta.url));

const zip = promisify(gzip);

/** Shown instead of the pages, where they were not built. */
const NOT_BUILT = {
  title: "Пульт не собран",
  text: "Страницы пульта собираются вместе с программой. Выполните команду и обновите эту страницу:",
  command: "npm run build",
} as const;

export interface PagesOptions {
  /** The console is at `/` as well. */
  readonly isAtRoot: boolean;
  readonly folder?: string;
}

export function addPages(app: FastifyInstance, options: PagesOptions): void {
  const { isAtRoot, folder = PAGE_FOLDER } = options;
  const fileOf = createPageFiles(folder);
  const sendIndex = async (request: FastifyRequest, reply: FastifyReply) => {
    const index = await fileOf(INDEX);
    return index === undefined ? sendNotBuilt(reply) : send(request, reply, index, "no-cache");
  };
  if (isAtRoot) app.get("/", sendIndex);
  app.get("/console", async (_, reply) => reply.redirect("/console/", 308));
  app.get("/console/", sendIndex);
  app.get("/console/index.html", sendIndex);
  app.get<{ Params: { "*": string } }>("/console/*", async (request, reply) => {
    const name = request.params["*"];
    const file = ASSET.test(name) ? await fileOf(name) : undefined;
    if (file === undefined) return reply.code(404).headers(HEADERS).send();
    return send(request, reply, file, FOR_EVER);
  });
}

interface PageFile {
  readonly modifiedMs: number;
  readonly type: string;
  readonly bytes: Buffer;
  /** Undefined where it would be no smaller. */
  readonly zipped: Buffer | undefined;
  readonly etag: string;
}

/** Keeps what it has read, and reads it again when it was built anew; undefined where there is no such file. */
function createPageFiles(folder: string): (name: string) => Promise<PageFile | undefined> {
  const known = new Map<string, PageFile>();
  return async (name) => {
    const type = TYPES[extname(name)];
    if (type === undefined) return undefined;
    const path = join(folder, name);
    const file = await readOne(path, type, known.get(name)).catch(() => undefined);
    if (file !== undefined) known.set(name, file);
    return file;
  };
}

async function readOne(path: string, type: string, known?: PageFile): Promise<PageFile> {
  const { mtimeMs: modifiedMs } = await stat(path);
  if (known?.modifiedMs === modifiedMs) return known;
  const bytes = await readFile(path);
  const zipped = await zip(bytes, { level: 9 });
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  return {
    modifiedMs,
    type,
    bytes,
    zipped: zipped.length < bytes.length ? zipped : undefined,
    etag,
  };
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, bytes, zipped, etag }: PageFile,
  caching: string,
): FastifyReply {
  reply.headers({ ...HEADERS, "cache-control": caching, etag, vary: "accept-encoding" });
  if (request.headers["if-none-match"] === etag) return reply.code(304).send();
  if (zipped === undefined || !takesGzip(request.headers["accept-encoding"])) return reply.type(type).send(bytes);
  return reply.header("content-encoding", "gzip").type(type).send(zipped);
}

/** As `gzip`, or by `*` where it is not named; a weight of 0 says no (RFC 9110, 12.5.3). */
function takesGzip(given = ""): boolean {
  const weights = new Map(
    given.split(",").map((one) => {
      const [coding = "", weight = "q=1"] = one.toLowerCase().split(";");
      return [coding.trim(), Number(weight.trim().replace(/^q=/u, ""))];
    }),
  );
  return (weights.get("gzip") ?? weights.get("*") ?? 0) > 0;
}

function sendNotBuilt(reply: FastifyReply): FastifyReply {
  const { title, text, command } = NOT_BUILT;
  return reply
    .code(503)
    .headers(HEADERS)
    .type("text/html; charset=utf-8")
    .send(
      `<!doctype html><html lang="ru"><meta charset="utf-8"><title>${title}</title>` +
        `<h1>${title}</h1><p>${text}</p><pre>${command}</pre></html>\n`,
    );
}
