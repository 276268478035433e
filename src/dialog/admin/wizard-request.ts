// What a button of the wizard asks for.
import { POOLS, type Pool } from "../../journal/open-group.ts";
import { isQuestionId } from "../payload.ts";

export type WizardRequest =
  | { readonly kind: "begin" }
  /** With the question of a group of /unanswered. */
  | { readonly kind: "from"; readonly pool: Pool; readonly questionId: string }
  | { readonly kind: "category"; readonly categoryId: string }
  | { readonly kind: "question" | "answer" | "save" | "cancel" };

export function encodeWizardRequest(request: WizardRequest): string {
  switch (request.kind) {
    case "begin":
      return "";
    case "from":
      return `from:${request.pool}:${request.questionId}`;
    case "category":
      return `category:${request.categoryId}`;
    case "question":
    case "answer":
    case "save":
    case "cancel":
      return request.kind;
  }
}

export function decodeWizardRequest(text: string): WizardRequest | undefined {
  const [, named, questionId = ""] = /^from:(\w+):([\w-]+)$/u.exec(text) ?? [];
  const pool = POOLS.find((one) => one === named);
  if (pool !== undefined && isQuestionId(questionId)) return { kind: "from", pool, questionId };
  const categoryId = /^category:([\w-]{1,60})$/u.exec(text)?.[1];
  if (categoryId !== undefined) return { kind: "category", categoryId };
  switch (text) {
    case "":
      return { kind: "begin" };
    case "question":
    case "answer":
    case "save":
    case "cancel":
      return { kind: text };
    default:
      return undefined;
  }
}
