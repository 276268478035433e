// The files of the chat page.
import { readdir, readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { FastifyInstance } from "fastify";

/** Beside this file both in `src` and in `dist`. */
const PAGE = new URL("page/", import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-cache",
};

/** Serves the page at `/` and its files beside it, read once, so that no path can lead outside. */
export async function servePage(app: FastifyInstance): Promise<void> {
  for (const name of await readdir(PAGE)) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const content = await readFile(new URL(name, PAGE));
    const path = name === "index.html" ? "/" : `/${name}`;
    app.get(path, async (_, reply) => reply.headers(HEADERS).type(type).send(content));
  }
}
