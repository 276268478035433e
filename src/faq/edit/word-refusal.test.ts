import { expect, it } from "vitest";
import type { Refusal } from "./edit.ts";
import { wordRefusal, wordRefusalBriefly } from "./word-refusal.ts";

it.each<[Refusal, RegExp]>([
  [{ kind: "unreadable-file", message: "Не удалось прочитать" }, /^Не удалось прочитать\.$/u],
  [{ kind: "disk-failed", code: "ENOSPC" }, /нет места/u],
  [{ kind: "disk-failed", code: "EIO" }, /EIO/u],
  [{ kind: "broken-file" }, /\/check/u],
  [{ kind: "unknown-owner", ownerId: "role" }, /«role»/u],
  [{ kind: "unknown-category", categoryId: "all" }, /«all»/u],
  [{ kind: "empty-text" }, /пуст/u],
  [{ kind: "phrase-too-long", maxLength: 500 }, /500/u],
  [{ kind: "known-phrase", phrase: "где чат", ownerId: "chats" }, /«где чат» уже есть у «chats»/u],
  [{ kind: "unusual-layout", line: 12 }, /строка 12/u],
  [{ kind: "not-there" }, /отменять нечего/u],
  [{ kind: "unknown-edit" }, /слишком старая/u],
  [{ kind: "file-changed" }, /Повторите/u],
  [{ kind: "invalid", lines: ["раз", "два"] }, /:\nраз\nдва$/u],
  [{ kind: "failed-check", lines: ["раз"] }, /:\nраз$/u],
])("%j is said in Russian, with what to do", (refusal, expected) => {
  expect(wordRefusal(refusal)).toMatch(expected);
});

it("is said in a chat without the excerpts and folders of a terminal", () => {
  const lines = ["/srv/school/faq.yaml:12:3: нет ответа\n  12 | answer:\n     | ^"];
  expect(wordRefusalBriefly({ kind: "invalid", lines })).toMatch(/:\nfaq\.yaml:12:3: нет ответа$/u);
});
