import { expect, test } from "vitest";
import type { OutMessage } from "../reply.ts";
import { shareBotMessage, shareEntryMessage } from "./share.ts";
import { SMALL_FAQ } from "../../../test/support/dialog/small-faq.ts";

const [entry] = SMALL_FAQ.entries;
if (entry === undefined) throw new Error("the small FAQ is empty");

function buttonsOf({ keyboard }: OutMessage) {
  const buttons = keyboard.flat();
  return {
    copied: buttons.find((button) => button.kind === "clipboard")?.payload ?? "",
    sent: buttons.find((button) => button.kind === "link")?.url ?? "",
  };
}

test("an answer is shared with its question, its beginning and its link", () => {
  const { copied, sent } = buttonsOf(shareEntryMessage(entry, "school_bot"));
  expect(copied).toContain(entry.question);
  expect(copied).toContain("https://max.ru/school_bot?start=take-book");
  const text = new URL(sent).searchParams.get("text") ?? "";
  expect(text).toContain("https://max.ru/school_bot?start=take-book");
});

test.each([100, 1_000, 3_700])("an answer of %i characters fits the buttons of MAX", (length) => {
  const long = { ...entry, answer: "Предложение ответа. ".repeat(length / 20) };
  const { copied, sent } = buttonsOf(shareEntryMessage(long, "b".repeat(64)));
  expect(copied.length).toBeLessThanOrEqual(1024);
  expect(sent.length).toBeLessThanOrEqual(2048);
  expect(copied).toContain("?start=take-book");
});

test("the bot itself is shared with its link", () => {
  expect(buttonsOf(shareBotMessage("school_bot")).copied).toContain("https://max.ru/school_bot");
});
