import { expect, it } from "vitest";
import { decodeWizardRequest, encodeWizardRequest, type WizardRequest } from "./wizard-request.ts";

const REQUESTS: readonly WizardRequest[] = [
  { kind: "begin" },
  { kind: "from", pool: "disliked", questionId: "abcDEF012_-45678" },
  { kind: "category", categoryId: "a".repeat(60) },
  { kind: "question" },
  { kind: "answer" },
  { kind: "save" },
  { kind: "cancel" },
];

it.each(REQUESTS)("$kind comes back out of its button as it went in", (request) => {
  expect(decodeWizardRequest(encodeWizardRequest(request))).toEqual(request);
});

it.each(["from:all:abcDEF012_-45678", "from:disliked:short", "category:", "category:a b", "drop"])(
  "%s is no request",
  (text) => {
    expect(decodeWizardRequest(text)).toBeUndefined();
  },
);
