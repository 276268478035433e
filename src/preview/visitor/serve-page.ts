// The files of the chat page.
import { readdir, readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { FastifyInstance } from "fastify";

/** Beside this file both in `src` and in `dist`. */
const IS_BUILT = !import.meta.url.endsWith(".ts");
const PAGE = new URL(IS_BUILT ? "page/" : "../../web/chat/", import.meta.url);

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

/** Where the chat page leads besides. */
export interface PageLink {
  readonly title: string;
  readonly href: string;
}

/** Where they stand in the page. */
const LINKS = "<!-- links -->";

/** Serves the page at `/` and its files beside it, read once, so that no path can lead outside. */
export async function servePage(
  app: FastifyInstance,
  links: readonly PageLink[] = [],
): Promise<void> {
  for (const name of await readdir(PAGE)) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const file = await readFile(new URL(name, PAGE));
    const content = name === "index.html" ? withLinks(file, links) : file;
    const path = name === "index.html" ? "/" : `/${name}`;
    app.get(path, async (_, reply) => reply.headers(HEADERS).type(type).send(content));
  }
}

function withLinks(page: Buffer, links: readonly PageLink[]): string {
  const items = links.map(({ title, href }) => `<a href="${href}">${title}</a>`).join("");
  const bar = `<nav class="pages" aria-label="Пульт"><a href="/" aria-current="page">Чат</a>${items}</nav>`;
  return page.toString().replace(LINKS, links.length === 0 ? "" : bar);
}
