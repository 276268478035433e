// What a button under a draft wants.
import { POOLS, type Pool } from "../../journal/open-group.ts";
import { isQuestionId } from "../payload.ts";

export type DraftOrder =
  | { readonly kind: "begin" }
  /** With the question of a group of /unanswered. */
  | { readonly kind: "from"; readonly pool: Pool; readonly questionId: string }
  | { readonly kind: "category"; readonly categoryId: string }
  | { readonly kind: "question" | "answer" | "save" | "cancel" };

export function encodeDraftOrder(order: DraftOrder): string {
  switch (order.kind) {
    case "begin":
      return "";
    case "from":
      return `from:${order.pool}:${order.questionId}`;
    case "category":
      return `category:${order.categoryId}`;
    case "question":
    case "answer":
    case "save":
    case "cancel":
      return order.kind;
  }
}

export function decodeDraftOrder(text: string): DraftOrder | undefined {
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
