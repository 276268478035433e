import { describe, expect, it } from "vitest";
import { decodePayload, encodePayload } from "../payload.ts";
import { decodeTeachRequest, encodeTeachRequest, type TeachRequest } from "./teach-request.ts";

const group = { pool: "disliked", questionId: "abcDEF012_-45678" } as const;
const LONG_ID = "a".repeat(60);
const REQUESTS: readonly TeachRequest[] = [
  { kind: "list", pool: "unanswered", page: 12 },
  { kind: "group", ...group },
  { kind: "categories", ...group },
  { kind: "entries", ...group, categoryId: LONG_ID, page: 999 },
  { kind: "topics", ...group, page: 0 },
  { kind: "teach", ...group, ownerId: LONG_ID },
  { kind: "pasted", ...group, ownerId: "role" },
  { kind: "hide", ...group },
  { kind: "unhide", questionId: group.questionId },
  { kind: "undo", editId: "2026-11-25T10-15-00-12" },
  { kind: "undo", editId: "2026-11-25T10-15-00" },
];

it.each(REQUESTS)("$kind comes back out of its button as it went in", (request) => {
  const payload = encodePayload({
    kind: "admin",
    command: "unanswered",
    argument: encodeTeachRequest(request),
  });
  expect(payload.length).toBeLessThanOrEqual(1024);
  const decoded = decodePayload(payload);
  expect(decoded?.kind === "admin" && decodeTeachRequest(decoded.argument)).toEqual(request);
});

it.each(["abcDEF012_-45678", ""])("an older button undoes its edit as well: «%s»", (questionId) => {
  const editId = "2026-11-25T10-15-00";
  expect(decodeTeachRequest(`undo:${questionId}:${editId}`)).toEqual({ kind: "undo", editId });
});

describe("no request", () => {
  it.each([
    ["list", "no pool"],
    ["list:u:-1", "no page"],
    ["list:x:0", "no such pool"],
    ["group:u:short", "no id of a question"],
    ["group:u:abcDEF012_-45678:1", "more than there is"],
    ["teach:u:abcDEF012_-45678:../../etc", "no id"],
    ["undo:abcDEF012_-45678:../faq", "no edit"],
    ["undo:abcDEF012_-45678:", "an empty edit"],
    ["undo:", "no edit at all"],
    ["undo:a:b:2026-11-25T10-15-00", "more than there ever was"],
    ["unhide:", "no question"],
    ["drop:u:abcDEF012_-45678", "no such request"],
    ["", "nothing"],
  ])("%s: %s", (text) => {
    expect(decodeTeachRequest(text)).toBeUndefined();
  });
});
