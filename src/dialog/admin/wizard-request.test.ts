import { expect, it } from "vitest";
import { decodeDraftOrder, encodeDraftOrder, type DraftOrder } from "./wizard-request.ts";

const ORDERS: readonly DraftOrder[] = [
  { kind: "begin" },
  { kind: "from", pool: "disliked", questionId: "abcDEF012_-45678" },
  { kind: "category", categoryId: "a".repeat(60) },
  { kind: "question" },
  { kind: "answer" },
  { kind: "save" },
  { kind: "cancel" },
];

it.each(ORDERS)("$kind comes back out of its button as it went in", (order) => {
  expect(decodeDraftOrder(encodeDraftOrder(order))).toEqual(order);
});

it.each(["from:all:abcDEF012_-45678", "from:disliked:short", "category:", "category:a b", "drop"])(
  "%s is no order",
  (text) => {
    expect(decodeDraftOrder(text)).toBeUndefined();
  },
);
