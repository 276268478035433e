// What an answer of the server says: a value, or a sentence to show where it is none.
import type { Failure } from "../../../console/api.ts";
import { NOT_OURS, refused } from "./wording.ts";

export type Answer<T> = { readonly kind: "ok"; readonly value: T } | Refusal;

export interface Refusal {
  readonly kind: "failed";
  /** In Russian, fit to be shown. */
  readonly message: string;
  /** Undefined where nobody answered. */
  readonly status: number | undefined;
}

export function failed(message: string, status: number | undefined): Refusal {
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
