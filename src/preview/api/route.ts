// The methods of the API: what they are given, how they are found, and what they answer.
import type { Exchange } from "../world/exchange.ts";

export interface ApiReply {
  readonly status: number;
  readonly body: unknown;
}

export interface ApiRequest {
  readonly query: Readonly<Record<string, string>>;
  /** Values of the `{name}` parts of the path. */
  readonly path: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined when there was none. */
  readonly body: unknown;
  /** Where the caller reached this server: `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** Aborts when the caller went away. */
  readonly signal: AbortSignal;
}

export interface Route {
  readonly method: string;
  /** `{name}` stands for any one segment. */
  readonly path: string;
  readonly handle: (request: ApiRequest) => ApiReply | Promise<ApiReply>;
}

export function ok(body: unknown): ApiReply {
  return { status: 200, body };
}

export const success: ApiReply = ok({ success: true });

/** Many writes of MAX say no like this, with HTTP 200; since November 2026 with a code. */
export function failure(message: string, code?: string): ApiReply {
  return ok({ success: false, ...(code === undefined ? {} : { code }), message });
}

/** The refusal of a call that names a message which is gone; `usual` unless the switch of the faults says another one. */
export function goneMessage({ faults }: Pick<Exchange, "faults">, usual: ApiReply): ApiReply {
  const [code, story] = ["message.not.found", "Message not found"];
  if (faults.goneMessage === undefined) return usual;
  return faults.goneMessage === false ? failure(story, code) : refuse(faults.goneMessage, code, story);
}

export function refuse(status: number, code: string, message: string): ApiReply {
  return { status, body: { code, message } };
}

export function badRequest(message: string): ApiReply {
  return refuse(400, "proto.payload", message);
}

export function chatDenied(chatId: string): ApiReply {
  return refuse(403, "chat.denied", `Invalid chatId: ${chatId}`);
}

export const tooManyRequests: ApiReply = refuse(429, "too.many.requests", "Too many requests");

/** A problem found while reading a request; `reply` is how MAX words it. */
export interface Refusal {
  readonly kind: "refused";
  readonly reply: ApiReply;
}

export interface Accepted<T> {
  readonly kind: "accepted";
  readonly value: T;
}

/** The integer under `name`; undefined when absent, "invalid" when it is something else. */
export function integerOf(
  query: Readonly<Record<string, string>>,
  name: string,
  range: { readonly min: number; readonly max: number },
): number | "invalid" | undefined {
  const text = query[name];
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  const isInRange = Number.isSafeInteger(value) && value >= range.min && value <= range.max;
  return isInRange ? value : "invalid";
}

export const ANY_ID = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER } as const;

export type Found =
  | { readonly kind: "found"; readonly route: Route; readonly path: ApiRequest["path"] }
  | { readonly kind: "refused"; readonly reply: ApiReply };

/** The route of `method` and `path`; else 405 where the path has other methods, and 404. */
export function findRoute(routes: readonly Route[], method: string, path: string): Found {
  const samePath = routes.flatMap((route) => {
    const values = matchPath(route.path, path);
    return values === undefined ? [] : [{ route, path: values }];
  });
  const hit = samePath.find(({ route }) => route.method === method);
  if (hit !== undefined) return { kind: "found", ...hit };
  const reply =
    samePath.length > 0
      ? refuse(405, "method.not.allowed", `Method ${method} is not allowed for ${path}`)
      : refuse(404, "not.found", `Unknown path ${path}`);
  return { kind: "refused", reply };
}

function matchPath(pattern: string, path: string): ApiRequest["path"] | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    const name = /^\{(?<name>\w+)\}$/u.exec(part)?.groups?.["name"];
    if (name === undefined && part !== value) return undefined;
    if (name !== undefined) values[name] = value;
  }
  return values;
}
