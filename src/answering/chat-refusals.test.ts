import { expect, test } from "vitest";
import { MaxFailure } from "../max/failure.ts";
import { OutsideError } from "../runtime/errors.ts";
import { createRecordingLog } from "../../test/support/logs.ts";
import { createChatRefusals } from "./chat-refusals.ts";

const DENIED = new MaxFailure('POST /messages: MAX answered 403 chat.denied: "Invalid chatId: 7"', {
  reason: "forbidden",
  status: 403,
  code: "chat.denied",
});

function open() {
  const log = createRecordingLog();
  const refusals = createChatRefusals(log);
  const settle = (chat: string) => refusals.settle(DENIED, chat);
  return { log, settle, answered: () => refusals.answered() };
}

test("one chat that takes nothing is settled however often, and nobody is named", () => {
  const { log, settle } = open();
  for (let n = 0; n < 10; n++) expect(() => settle(n % 2 === 0 ? "user:1" : "user:2")).not.toThrow();
  expect(log.lines.join("\n")).toMatch(/^(?:info .*forbidden.*\n?){10}$/u);
  expect(log.lines.join("\n")).not.toMatch(/user:1|chatId|error/u);
});

test("where chat after chat takes nothing, it is the bot: what is to be said waits", () => {
  const { log, settle, answered } = open();
  settle("user:1");
  settle("user:2");
  for (const chat of ["user:3", "chat:-4", "user:1"]) {
    const wait = () => settle(chat);
    expect(wait).toThrow(OutsideError);
    expect(wait).toThrow(expect.objectContaining({ isRetryable: true, cause: DENIED }));
  }
  expect(log.lines.filter((line) => line.startsWith("error"))).toHaveLength(1);
  answered();
  expect(() => settle("user:3")).not.toThrow();
  expect(log.lines.filter((line) => line.startsWith("error"))).toHaveLength(1);
});

test("an answer in between says that it is the chats", () => {
  const { log, settle, answered } = open();
  for (let n = 0; n < 10; n++) {
    settle(`user:${n}`);
    answered();
  }
  expect(log.lines.some((line) => line.startsWith("error"))).toBe(false);
});
