import { expect, test } from "vitest";
import { MaxFailure } from "../max/failure.ts";
import { updateKey } from "../max/update-key.ts";
import { UsageError } from "../runtime/errors.ts";
import { callName } from "./metrics.ts";
import { causeOf, kindOf } from "./update-metrics.ts";
import { readUpdate } from "../max/wire.ts";

// What becomes a label is of a fixed list, whatever comes from outside.

const message = { body: { mid: "mid.1" }, timestamp: 1 };
test.each([
  { update: { update_type: "message_created", message }, kind: "message" },
  { update: { update_type: "message_created" }, kind: "message" },
  { update: { update_type: "message_edited", timestamp: 2, message }, kind: "edited" },
  {
    update: {
      update_type: "message_callback",
      callback: { callback_id: "c", user: { user_id: 1 } },
    },
    kind: "tap",
  },
  { update: { update_type: "bot_started", timestamp: 1, user_id: 5 }, kind: "started" },
  { update: { update_type: "bot_added", chat_id: 1 }, kind: "added" },
  { update: { update_type: "bot_removed", chat_id: 1 }, kind: "removed" },
  { update: { update_type: "a label of somebody's choice" }, kind: "other" },
  { update: "nonsense", kind: "other" },
])("$update is counted as $kind", ({ update, kind }) => {
  expect(kindOf({ key: updateKey(readUpdate(update)) })).toBe(kind);
});

test.each([
  { method: "POST", path: "/messages", name: "POST /messages" },
  { method: "GET", path: "/api/updates", name: "GET /updates" },
  { method: "GET", path: "/chats/-123/members/me", name: "GET /chats/{id}/members/me" },
  { method: "GET", path: "/chats/-123/members/admins", name: "GET /chats/{id}/members/admins" },
  { method: "PATCH", path: "/me/commands", name: "PATCH /me/commands" },
  { method: "GET", path: "/messages/mid.1a2b", name: "GET /messages/{id}" },
  { method: "POST", path: "/upload/of/user/77", name: "other" },
  { method: "BREW", path: "/messages", name: "other" },
])("$method $path is counted as $name", ({ method, path, name }) => {
  expect(callName(method, path)).toBe(name);
});

test.each([
  { error: new MaxFailure("x", { reason: "rate-limited" }), cause: "rate-limited" },
  { error: new UsageError("x"), cause: "settings" },
  { error: new TypeError("x"), cause: "bug" },
])("$error is counted as $cause", ({ error, cause }) => {
  expect(causeOf(error)).toBe(cause);
});
