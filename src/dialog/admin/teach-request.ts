// What a button of /unanswered asks for: all of it is in the argument, so that it works after a restart.
import type { Pool } from "../../journal/open-group.ts";
import { isQuestionId } from "../payload.ts";

/** A group of questions is named by any one of them. */
interface OfGroup {
  readonly pool: Pool;
  readonly questionId: string;
}

export type TeachRequest =
  | { readonly kind: "list"; readonly pool: Pool; readonly page: number }
  | ({ readonly kind: "group" } & OfGroup)
  | ({ readonly kind: "categories" } & OfGroup)
  | ({ readonly kind: "entries"; readonly categoryId: string; readonly page: number } & OfGroup)
  | ({ readonly kind: "topics"; readonly page: number } & OfGroup)
  | ({ readonly kind: "teach"; readonly ownerId: string } & OfGroup)
  /** The administrator put the phrase into the file by hand. */
  | ({ readonly kind: "pasted"; readonly ownerId: string } & OfGroup)
  | ({ readonly kind: "hide" } & OfGroup)
  | { readonly kind: "unhide"; readonly questionId: string }
  | { readonly kind: "undo"; readonly editId: string };

const POOL_BY_LETTER = { u: "unanswered", d: "disliked" } as const;

export function encodeTeachRequest(request: TeachRequest): string {
  const { kind } = request;
  if (kind === "unhide") return [kind, request.questionId].join(":");
  if (kind === "undo") return [kind, request.editId].join(":");
  const pool = letterOf(request.pool);
  if (kind === "list") return [kind, pool, request.page].join(":");
  const group = [kind, pool, request.questionId];
  switch (kind) {
    case "group":
    case "categories":
    case "hide":
      return group.join(":");
    case "topics":
      return [...group, request.page].join(":");
    case "entries":
      return [...group, request.categoryId, request.page].join(":");
    case "teach":
    case "pasted":
      return [...group, request.ownerId].join(":");
  }
}

function letterOf(pool: Pool): string {
  return pool === "unanswered" ? "u" : "d";
}

/** Undefined for what no button carries. */
export function decodeTeachRequest(text: string): TeachRequest | undefined {
  const [kind = "", ...fields] = text.split(":");
  const [first = "", second = "", third = ""] = fields;
  if (kind === "unhide") return fields.length === 1 && isQuestionId(first) ? { kind, questionId: first } : undefined;
  if (kind === "undo") return undoOf(fields);
  const pool = first === "u" || first === "d" ? POOL_BY_LETTER[first] : undefined;
  if (pool === undefined) return undefined;
  if (kind === "list") return withPage(fields, 1, (page) => ({ kind, pool, page }));
  if (!isQuestionId(second)) return undefined;
  const group = { pool, questionId: second };
  switch (kind) {
    case "group":
    case "categories":
    case "hide":
      return fields.length === 2 ? { kind, ...group } : undefined;
    case "topics":
      return withPage(fields, 2, (page) => ({ kind, ...group, page }));
    case "entries":
      if (!isId(third)) return undefined;
      return withPage(fields, 3, (page) => ({ kind, ...group, categoryId: third, page }));
    case "teach":
    case "pasted":
      return fields.length === 3 && isId(third) ? { kind, ...group, ownerId: third } : undefined;
    default:
      return undefined;
  }
}

/** Under older messages a question, or nothing, stands before the edit. */
function undoOf(fields: readonly string[]): TeachRequest | undefined {
  const editId = fields.at(-1) ?? "";
  return fields.length <= 2 && isEditId(editId) ? { kind: "undo", editId } : undefined;
}

function withPage(
  fields: readonly string[],
  index: number,
  make: (page: number) => TeachRequest,
): TeachRequest | undefined {
  const text = fields[index] ?? "";
  return fields.length === index + 1 && /^\d{1,3}$/u.test(text) ? make(Number(text)) : undefined;
}

function isId(text: string): boolean {
  return /^[\w-]{1,60}$/u.test(text);
}

/** As the editor makes them. */
function isEditId(text: string): boolean {
  return /^[\dT-]{19,23}$/u.test(text);
}
