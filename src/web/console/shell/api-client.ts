// Asks the server: every expected failure is a value with a sentence to show.
import { API } from "../../../console/api.ts";
import { queryOf, type Params } from "./query.ts";
import { failed, readAnswer, type Answer } from "./read-answer.ts";
import { endSession } from "./session-state.ts";
import { UNREACHABLE } from "./wording.ts";

export type { Answer } from "./read-answer.ts";

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
