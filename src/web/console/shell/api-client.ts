// Asks the server: every expected failure is a value with a sentence to show. It also says when nobody is in any more.
import { API, type Failure, type Session } from "../../../console/api.ts";
import { signal } from "@preact/signals";

export type Answer<T> = { readonly kind: "ok"; readonly value: T } | Refusal;

export interface Refusal {
  readonly kind: "failed";
  /** In Russian, fit to be shown. */
  readonly message: string;
  /** Undefined where nobody answered. */
  readonly status: number | undefined;
}

/** What stands behind "?" in an address; those that are undefined or empty are left out. */
export type Params = Readonly<Record<string, string | number | undefined>>;

/** Who is in: nobody, somebody with the token, or everybody on this computer. */
export type SessionState =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly message: string }
  /** `hasEnded`: while somebody was at work. */
  | (Session & { readonly hasEnded?: boolean });

export const session = signal<SessionState>({ kind: "loading" });

/** Called where the server says that nobody is in. */
export function endSession(): void {
  const { kind } = session.value;
  if (kind === "signed-in" || kind === "open") {
    session.value = { kind: "signed-out", hasEnded: true };
  }
}

export function get<T>(path: string, params: Params = {}, stop?: AbortSignal) {
  return request<T>("GET", `${path}${queryOf(params)}`, undefined, stop);
}

export function post<T>(path: string, body: unknown = {}) {
  return request<T>("POST", path, body);
}

/** `DELETE`, of which only the signing out makes use. */
export function remove<T>(path: string) {
  return request<T>("DELETE", path);
}

async function request<T>(method: string, path: string, body?: unknown, stop?: AbortSignal): Promise<Answer<T>> {
  try {
    const response = await fetch(`${API}/${path}`, {
      method,
      // No form of another site can set this header.
      headers: {
        "x-console": "1",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(stop === undefined ? {} : { signal: stop }),
    });
    const { status, ok } = response;
    const text = await response.text();
    if (status === 401 && path !== "session") endSession();
    return readAnswer<T>(status, ok, text);
  } catch (error) {
    if (stop?.aborted === true) return failed("", undefined);
    // `fetch` rejects with a TypeError where nobody answers.
    if (error instanceof TypeError) return failed("Нет связи с программой. Проверьте, что она запущена.", undefined);
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
    return failed(isOk ? "Вместо программы ответил кто-то другой. Перезагрузите страницу." : refused(status), status);
  }
}

function refused(status: number): string {
  return `Программа ответила ошибкой ${status}. Попробуйте ещё раз.`;
}

function isFailure(body: unknown): body is Failure {
  return typeof body === "object" && body !== null && "message" in body && typeof body.message === "string";
}

export function queryOf(params: Params): string {
  const known = Object.entries(params).filter(([, value]) => value !== undefined && value !== "");
  if (known.length === 0) return "";
  return `?${new URLSearchParams(known.map(([name, value]) => [name, String(value)])).toString()}`;
}
