// GET events: tells pages what changed since they looked, so that they ask anew for what they show.
import type { ServerResponse } from "node:http";
import type { Changed } from "./api.ts";
import { type ConsoleArea, refusal, sendRefusal, REFUSALS } from "./routes.ts";
import { STRICT_HEADERS } from "../server/server.ts";
import { cookieOf } from "./sign-in/signed-sessions.ts";

/** A text a kind of thing, which is another text once something of this kind has changed. */
export type Stamps = Readonly<Record<Changed, string>>;

export interface EventsParts {
  /** Rejects while the database does not answer. */
  readonly stamps: () => Promise<Stamps>;
  readonly isOpen: (cookie: string | undefined) => boolean;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** As often as somebody looks at a page that changes by itself. */
const LOOK_MS = 2_000;
/** Shorter than the silence after which proxies in front, and our own server, close a connection. */
const LOOKS_PER_PING = 10;
/** How long a page waits before it connects again. */
const RETRY_MS = 3_000;
/** Each holds a connection; more than these is no school. */
const MAX_LISTENERS = 200;

const CHANGES: readonly Changed[] = ["journal", "content", "state"];

interface Listener {
  readonly response: ServerResponse;
  readonly cookie: string | undefined;
}

export function eventsArea({ stamps, isOpen, sleep }: EventsParts): ConsoleArea {
  const listeners = new Set<Listener>();
  let looking = new AbortController();
  /** Done when it is known what there is: what changes from then on is told. */
  let firstLook: Promise<Stamps | undefined> = Promise.resolve(undefined);
  let isClosing = false;

  function write(text: string): void {
    for (const { response } of listeners) if (response.headersSent && !response.writableEnded) response.write(text);
  }

  /** Runs while anybody listens. */
  async function look({ signal }: AbortController): Promise<void> {
    let seen = await firstLook;
    for (let nth = 1; !signal.aborted; nth += 1) {
      await sleep(LOOK_MS, signal);
      if (signal.aborted) return;
      const now = await stamps().catch(() => undefined);
      for (const kind of changesBetween(seen, now)) write(`event: ${kind}\ndata: {}\n\n`);
      seen = now ?? seen;
      if (nth % LOOKS_PER_PING === 0) ping();
    }
  }

  function ping(): void {
    // Whoever has gone out since, or stays longer than a session lasts, hears nothing more.
    for (const one of listeners) if (!isOpen(one.cookie)) one.response.end();
    write(": still here\n\n");
  }

  async function listen(listener: Listener): Promise<void> {
    const { response } = listener;
    if (listeners.size === 0) {
      looking = new AbortController();
      firstLook = stamps().catch(() => undefined);
      void look(looking);
    }
    listeners.add(listener);
    const leave = () => {
      if (listeners.delete(listener) && listeners.size === 0) looking.abort();
    };
    response.once("close", leave);
    // A connection that breaks is no failure of ours.
    response.on("error", leave);
    await firstLook;
    if (response.destroyed || isClosing) return leave();
    response.writeHead(200, HEADERS);
    response.write(`retry: ${RETRY_MS}\n\n`);
  }

  return ({ app }) => {
    app.get("/events", async (request, reply) => {
      if (isClosing || listeners.size >= MAX_LISTENERS)
        return sendRefusal(reply, refusal(503, REFUSALS.tooManyListeners));
      reply.hijack();
      await listen({ response: reply.raw, cookie: cookieOf(request) });
      return reply;
    });
    // Before the server waits for connections to end: these never would.
    app.addHook("preClose", async () => {
      isClosing = true;
      looking.abort();
      for (const { response } of listeners) response.end();
    });
  };
}

const HEADERS = {
  ...STRICT_HEADERS,
  "content-type": "text/event-stream; charset=utf-8",
  // nginx would collect what is written until there is a lot of it.
  "x-accel-buffering": "no",
  connection: "close",
} as const;

function changesBetween(before: Stamps | undefined, now: Stamps | undefined): readonly Changed[] {
  // A database that answers again may have heard of everything meanwhile.
  if (now === undefined) return [];
  return CHANGES.filter((kind) => before?.[kind] !== now[kind]);
}
