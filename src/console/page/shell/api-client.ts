// Asks the server: every expected failure is a value with a sentence to show.
import { API, type Failure } from "../../api.ts";
import { queryOf, type Params } from "./query.ts";
import { endSession } from "./session-state.ts";
import { refused, UNREACHABLE } from "./wording.ts";

export type Answer<T> = { readonly kind: "ok"; readonly value: T } | Refusal;

export interface Refusal {
  readonly kind: "failed";
  /** In Russian, fit to be shown. */
  readonly message: string;
  /** Undefined where nobody answered. */
  readonly status: number | undefined;
}

export function get<T>(path: string, params: Params = {}, signal?: AbortSignal) {
  return request<T>("GET", `${path}${queryOf(params)}`, undefined, signal);
}

export function post<T>(path: string, body: unknown = {}) {
  return request<T>("POST", path, body);
}

/** `DELETE`, of which only the signing out makes use. */
export function remove<T>(path: string) {
  return request<T>("DELETE", path);
}

async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  try {
    const response = await fetch(`${API}/${path}`, {
      method,
      // No form of another site can set this header.
      headers: {
        "x-console": "1",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    return await read<T>(response, path);
  } catch (error) {
    if (signal?.aborted === true) return failed("", undefined);
    // `fetch` rejects with a TypeError where nobody answers.
    if (error instanceof TypeError) return failed(UNREACHABLE, undefined);
    throw error;
  }
}

async function read<T>(response: Response, path: string): Promise<Answer<T>> {
  const { status } = response;
  const text = await response.text();
  if (response.ok) {
    // The server and the page are one program: they agree on the types.
    const value: T = JSON.parse(text === "" ? "null" : text);
    return { kind: "ok", value };
  }
  if (status === 401 && path !== "session") endSession();
  const message = messageOf(text) ?? refused(status);
  return failed(message, status);
}

/** Undefined where a proxy in between answers with a page of its own. */
function messageOf(text: string): string | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isFailure(body) ? body.message : undefined;
  } catch {
    return undefined;
  }
}

function failed(message: string, status: number | undefined): Refusal {
  return { kind: "failed", message, status };
}

function isFailure(body: unknown): body is Failure {
  return (
    typeof body === "object" &&
    body !== null &&
    "message" in body &&
    typeof body.message === "string"
  );
}
