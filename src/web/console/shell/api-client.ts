// Asks the server: every expected failure is a value with a sentence to show.
import { API, type Failure } from "../../../console/api.ts";
import { queryOf, type Params } from "./query.ts";
import { endSession } from "./session-state.ts";
import { UNREACHABLE, NOT_OURS, refused } from "./wording.ts";

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
    const { status, ok } = response;
    const text = await response.text();
    if (status === 401 && path !== "session") endSession();
    return readAnswer<T>(status, ok, text);
  } catch (error) {
    if (signal?.aborted === true) return failed("", undefined);
    // `fetch` rejects with a TypeError where nobody answers.
    if (error instanceof TypeError) return failed(UNREACHABLE, undefined);
    throw error;
  }
}

function failed(message: string, status: number | undefined): Refusal {
  return { kind: "failed", message, status };
}

/** A proxy in between may answer with a page of its own, be it with an error or as if all were well. */
export function readAnswer<T>(status: number, isOk: boolean, text: string): Answer<T> {
  try {
    if (!isOk) {
      const body: unknown = JSON.parse(text);
      return failed(isFailure(body) ? body.message : refused(status), status);
    }
    // The server and the page are one program: they agree on the types.
    const value: T = JSON.parse(text === "" ? "null" : text);
    return { kind: "ok", value };
  } catch {
    return failed(isOk ? NOT_OURS : refused(status), status);
  }
}

function isFailure(body: unknown): body is Failure {
  return (
    typeof body === "object" &&
    body !== null &&
    "message" in body &&
    typeof body.message === "string"
  );
}
