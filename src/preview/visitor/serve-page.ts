// The chat page and the files it is made of, as `npm run build` left them.
import { readFile } from "node:fs/promises";
import type { FastifyInstance, FastifyReply } from "fastify";

/** Beside the program once it is built; from source they are in the checkout. */
const IS_BUILT = !import.meta.url.endsWith(".ts");
const PAGES = new URL(IS_BUILT ? "pages/" : "../../../dist/pages/", import.meta.url);

const HTML = "text/html; charset=utf-8";
const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};
/** No path can lead outside. */
const ASSET = /^[\w-]+\.(?<extension>css|js|svg)$/u;

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

/** Serves the page at `/` and its files below it, read anew each time: they may be built anew meanwhile. */
export function servePage(app: FastifyInstance, links: readonly PageLink[]): void {
  app.get("/", async (_, reply) => {
    const page = await contentOf("chat/index.html");
    if (page === undefined) return sendNotBuilt(reply);
    return reply.headers(HEADERS).type(HTML).send(withLinks(page, links));
  });
  app.get<{ Params: { name: string } }>("/assets/:name", async (request, reply) => {
    const { name } = request.params;
    const type = TYPES[ASSET.exec(name)?.groups?.["extension"] ?? ""];
    const file = type === undefined ? undefined : await contentOf(`assets/${name}`);
    if (type === undefined || file === undefined) return reply.code(404).headers(HEADERS).send();
    return reply.headers(HEADERS).type(type).send(file);
  });
}

/** Undefined where there is no such file. */
async function contentOf(name: string): Promise<string | undefined> {
  return readFile(new URL(name, PAGES), "utf8").catch(() => undefined);
}

function sendNotBuilt(reply: FastifyReply): FastifyReply {
  return reply
    .code(503)
    .headers({ ...HEADERS, "cache-control": "no-store" })
    .type(HTML)
    .send(
      '<!doctype html><html lang="ru"><meta charset="utf-8"><title>Страница не собрана</title>' +
        "<h1>Страница не собрана</h1><p>Выполните команду и обновите страницу:</p>" +
        "<pre>npm run build</pre></html>\n",
    );
}

function withLinks(page: string, links: readonly PageLink[]): string {
  const items = links.map(({ title, href }) => `<a href="${href}">${title}</a>`).join("");
  const bar = `<nav class="pages" aria-label="Пульт"><a href="/" aria-current="page">Чат</a>${items}</nav>`;
  return page.replace(LINKS, links.length === 0 ? "" : bar);
}
