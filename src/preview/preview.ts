// The local MAX as one HTTP server: the Bot API for the bot, a chat page for people.
import type { FastifyInstance } from "fastify";
import { UsageError } from "../runtime/errors.ts";
import { isLoopback } from "../runtime/loopback.ts";
import type { Explanation } from "../search/explain.ts";
import { guardHost } from "../server/host-guard.ts";
import { createServer } from "../server/server.ts";
import { maxLimits, noLimits } from "./api/limits.ts";
import { API_PREFIX, serveApi } from "./api/serve-api.ts";
import { LocalMax } from "./people/local-max.ts";
import { serveChat } from "./visitor/serve-chat.ts";
import { serveFiles } from "./visitor/serve-files.ts";
import { servePage, type PageLink } from "./visitor/serve-page.ts";
import { CLASS_TITLE, Visits } from "./visitor/visits.ts";
import { realClock, type Clock } from "./world/clock.ts";

export interface PreviewOptions {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** What the bot must send as `Authorization`. */
  readonly token: string;
  readonly botName: string;
  /** The nick of the bot, as in https://max.ru/<nick>. */
  readonly username: string;
  /** What the class chat of the page is called. */
  readonly groupTitle?: string;
  /** Says why a text gets the answer it gets; shown beside the chat. */
  readonly explain?: (text: string) => Explanation;
  /** Whether the pace of MAX is enforced (30 requests a second, 2 writes a second per chat). Default true. */
  readonly limits?: boolean;
  /** Adds more to the server: pages of others, which the chat page links to. */
  readonly extend?: Extension | undefined;
  readonly log?: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** How long polls, timeouts and retries wait. */
  readonly sleep?: Clock["sleep"];
}

export interface Extension {
  readonly add: (app: FastifyInstance) => void;
  readonly links: readonly PageLink[];
}

export interface Preview {
  /** Address of the chat page. */
  readonly url: string;
  /** Base address of the API, with a slash at the end: `clientOptions.baseUrl` of the SDK. */
  readonly apiUrl: string;
  readonly max: LocalMax;
  close(): Promise<void>;
}

/** Listens until `close`. Throws UsageError when it cannot listen at `host` and `port`. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const log = options.log ?? (() => {});
  const clock = { ...realClock, ...definedOf(options) };
  const { botName, username, token } = options;
  const max = new LocalMax({ clock, botName, username, log });
  // Streams and polls do not end by themselves.
  const server = createServer({ closingMs: 0 });
  const { app } = server;
  guardHost(app, { names: [options.host], isOnlyHere: isLoopback(options.host) });
  const limits = options.limits === false ? noLimits : maxLimits(clock);
  serveApi(app, { max, token, limits, log });
  serveFiles(app, max.world.uploads);
  const visits = new Visits(max, options.groupTitle ?? CLASS_TITLE);
  serveChat(app, max, visits, options.explain);
  options.extend?.add(app);
  servePage(app, options.extend?.links ?? []);
  const url = await listen(app, options);
  return {
    url,
    apiUrl: new URL(API_PREFIX, url).href,
    max,
    close: async () => {
      max.close();
      await server.close();
    },
  };
}

function definedOf({ now, sleep }: PreviewOptions): Partial<Clock> {
  return {
    ...(now === undefined ? {} : { now }),
    ...(sleep === undefined ? {} : { sleep }),
  };
}

async function listen(app: FastifyInstance, options: PreviewOptions): Promise<string> {
  const { host, port } = options;
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw listenError(error, `${host}:${port}`);
  }
  const address = app.server.address();
  const boundPort = typeof address === "object" ? address?.port : undefined;
  const shownHost = reachableHost(host);
  return `http://${shownHost}:${boundPort ?? port}/`;
}

/** A host name to put into an address: "all networks" is no place to go to. */
function reachableHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

function listenError(error: unknown, where: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const attempt = `Could not open the chat page at "${where}"`;
  switch (code) {
    case "EADDRINUSE":
      return new UsageError(
        `${attempt}: another program listens there.`,
        "Stop that program, or set PORT to a free port, for example PORT=8081.",
      );
    case "EACCES":
      return new UsageError(`${attempt}: the system does not allow this port.`, "Set PORT to a number above 1023.");
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new UsageError(
        `${attempt}: this machine has no such address.`,
        "Set HOST to 127.0.0.1, or to 0.0.0.0 for all networks.",
      );
    default:
      return error;
  }
}
