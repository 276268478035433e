// The methods that bring updates to the bot: long polling and subscriptions.
import type { Exchange } from "../world/exchange.ts";
import { readBody, subscriptionBody } from "./body.ts";
import { integerOf, type ApiReply, type ApiRequest, badRequest, failure, ok, success, type Route } from "./route.ts";

const DEFAULT_LIMIT = 100;
const DEFAULT_TIMEOUT_S = 30;

export function updateRoutes(max: Exchange): readonly Route[] {
  return [
    { method: "GET", path: "/updates", handle: async (request) => poll(max, request) },
    { method: "GET", path: "/subscriptions", handle: () => listSubscriptions(max) },
    { method: "POST", path: "/subscriptions", handle: (request) => subscribe(max, request) },
    { method: "DELETE", path: "/subscriptions", handle: (request) => unsubscribe(max, request) },
  ];
}

async function poll(max: Exchange, { query, signal }: ApiRequest): Promise<ApiReply> {
  const limit = integerOf(query, "limit", { min: 1, max: 1000 });
  const timeoutS = integerOf(query, "timeout", { min: 0, max: 90 });
  const marker = integerOf(query, "marker", { min: 0, max: Number.MAX_SAFE_INTEGER });
  if (limit === "invalid") return badRequest("limit: must be 1 to 1000");
  if (timeoutS === "invalid") return badRequest("timeout: must be 0 to 90 seconds");
  if (marker === "invalid") return badRequest("marker: must be a whole number");
  const types = query["types"]?.split(",").filter((type) => type !== "");
  const batch = await max.updates.poll(
    {
      marker,
      limit: limit ?? DEFAULT_LIMIT,
      timeoutMs: (timeoutS ?? DEFAULT_TIMEOUT_S) * 1000,
      types: types === undefined || types.length === 0 ? undefined : types,
    },
    signal,
  );
  return ok(batch);
}

function listSubscriptions(max: Exchange): ApiReply {
  const subscriptions = max.webhooks.list().map(({ url, timeMs, updateTypes }) => ({
    url,
    time: timeMs,
    ...(updateTypes === undefined ? {} : { update_types: updateTypes }),
  }));
  return ok({ subscriptions });
}

function subscribe(max: Exchange, request: ApiRequest): ApiReply {
  const body = readBody(subscriptionBody, request.body);
  if (body.kind === "refused") return body.reply;
  const { url, secret, update_types: updateTypes } = body.value;
  const problem = urlProblem(url);
  if (problem !== undefined) return failure(problem);
  max.webhooks.add({
    url,
    secret: secret ?? undefined,
    updateTypes: updateTypes ?? undefined,
  });
  return success;
}

/** MAX wants https on port 443. The local MAX takes any port, but of this machine alone. */
function urlProblem(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !["http:", "https:"].includes(parsed.protocol)) {
    return `Invalid webhook url "${url}": must start with https://`;
  }
  const isLocal = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/u.test(parsed.hostname);
  if (isLocal) return undefined;
  return `Invalid webhook url "${url}": the local MAX delivers to this machine only (127.0.0.1)`;
}

function unsubscribe(max: Exchange, request: ApiRequest): ApiReply {
  const url = request.query["url"] ?? "";
  if (!max.webhooks.remove(url)) return failure(`No subscription for "${url}"`);
  max.updates.wake();
  return success;
}
