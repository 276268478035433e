// What an API method answers: a status and a body, refusals included.

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

export function ok(body: unknown): ApiReply {
  return { status: 200, body };
}

export const success: ApiReply = ok({ success: true });

/** Many writes of MAX say no like this, with HTTP 200. */
export function failure(message: string): ApiReply {
  return ok({ success: false, message });
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
