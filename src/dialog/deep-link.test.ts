import { expect, test } from "vitest";
import { botLink, entryLink, shareLink } from "./deep-link.ts";

test("the bot and its entries have addresses on max.ru", () => {
  expect(botLink("id7700000000_bot")).toBe("https://max.ru/id7700000000_bot");
  expect(entryLink("id7700000000_bot", "why-max")).toBe("https://max.ru/id7700000000_bot?start=why-max");
});

test("an entry id cannot add parameters of its own", () => {
  expect(entryLink("bot", "a&b=c#d")).toBe("https://max.ru/bot?start=a%26b%3Dc%23d");
});

test.each([
  ["Почему MAX?\nhttps://max.ru/bot?start=a&b", "line breaks, Cyrillic and links in the text"],
  ["100 % + #1 «да» 🎒", "signs with a meaning in addresses, emoji"],
  ["", "nothing"],
])("a shared text arrives as it was: %j (%s)", (text) => {
  expect(new URL(shareLink(text)).searchParams.get("text")).toBe(text);
});

test("half an emoji becomes a replacement sign instead of an error", () => {
  expect(new URL(shareLink("a\ud83d")).searchParams.get("text")).toBe("a\ufffd");
});
