// The Bot API over HTTP: who may call, planned faults, the pace, then the method itself.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Exchange } from "../world/exchange.ts";
import type { FaultEffect } from "../world/faults.ts";
import { chatRoutes } from "./chats.ts";
import type { Limits } from "./limits.ts";
import { uploadRoutes } from "./media.ts";
import { messageRoutes } from "./messages.ts";
import { type ApiReply, type ApiRequest, badRequest, refuse, tooManyRequests, type Route, findRoute } from "./route.ts";
import { updateRoutes } from "./updates.ts";

/** Path prefix of the API; ends in a slash so that `new URL("me", base)` works. */
export const API_PREFIX = "/api/";

export interface ApiOptions {
  readonly max: Exchange;
  readonly token: string;
  readonly limits: Limits;
  readonly log: (line: string) => void;
}

interface IncomingCall extends Omit<ApiRequest, "path" | "body"> {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly rawBody: unknown;
}

export function serveApi(app: FastifyInstance, options: ApiOptions): void {
  const { max, limits } = options;
  const routes = [...chatRoutes(max), ...messageRoutes(max, limits), ...updateRoutes(max), ...uploadRoutes(max)];
  void app.register(async (api) => {
    // Bodies are read as bytes whatever their type says: what is wrong with them, MAX words itself.
    api.removeAllContentTypeParsers();
    api.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));
    api.all(`${API_PREFIX}*`, async (request, reply) => answer(options, routes, request, reply));
  });
}

async function answer(
  options: ApiOptions,
  routes: readonly Route[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const call = incomingCall(request, reply);
  const { method, path, query } = call;
  const body = parseJson(call.rawBody);
  const note = options.max.noteCall({ method, path, query, body });
  const fault = options.max.faults.take({ method, path });
  if (fault === "hang" || fault === "cut") return drop(reply, fault);
  const result = isAnswer(fault) ? fault : await resultOf(options, routes, call, body);
  note(result.status);
  if (fault === "cut-after") return drop(reply, "cut");
  if (result.status !== 200) {
    options.log(`${method} ${path} refused with ${result.status}: ${JSON.stringify(result.body)}`);
  }
  // A string is sent as it is: the HTML of a failing proxy.
  return reply.code(result.status).send(result.body);
}

function isAnswer(fault: FaultEffect | undefined): fault is ApiReply {
  return typeof fault === "object";
}

function drop(reply: FastifyReply, how: "hang" | "cut"): FastifyReply {
  reply.hijack();
  if (how === "cut") reply.raw.destroy();
  return reply;
}

function resultOf(
  options: ApiOptions,
  routes: readonly Route[],
  call: IncomingCall,
  body: unknown,
): ApiReply | Promise<ApiReply> {
  if (call.query["access_token"] !== undefined) {
    return refuse(401, "verify.token", "Query parameter access_token is deprecated");
  }
  if (call.authorization !== options.token) {
    return refuse(401, "verify.token", "Invalid access_token");
  }
  const found = findRoute(routes, call.method, call.path);
  if (found.kind === "refused") return found.reply;
  if (!options.limits.allowsRequest()) return tooManyRequests;
  if (body === NOT_JSON) return badRequest("body: not valid JSON");
  const { query, origin, signal } = call;
  return found.route.handle({ query, path: found.path, body, origin, signal });
}

function incomingCall(request: FastifyRequest, reply: FastifyReply): IncomingCall {
  const url = new URL(request.url, "http://localhost");
  const gone = new AbortController();
  reply.raw.once("close", () => gone.abort());
  return {
    method: request.method,
    path: `/${url.pathname.slice(API_PREFIX.length)}`,
    query: Object.fromEntries(url.searchParams),
    authorization: request.headers.authorization,
    rawBody: request.body,
    origin: `${request.protocol}://${request.host}`,
    signal: gone.signal,
  };
}

const NOT_JSON = Symbol("not JSON");

function parseJson(body: unknown): unknown {
  if (!Buffer.isBuffer(body) || body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return NOT_JSON;
  }
}
