import { expect, test } from "vitest";
import { createSignedSessions, isSame, SESSION_MS } from "./signed-sessions.ts";

const TOKEN = "0123456789abcdef0123456789abcdef";
const T = 1_800_000_000_000;
const at = (now: number, token = TOKEN) => createSignedSessions(token, () => now);
const value = at(T).open();

test.each([
  { why: "at once", now: T, isOpen: true },
  { why: "on another replica with a clock that is behind", now: T - 30_000, isOpen: true },
  { why: "at the end of the week", now: T + SESSION_MS - 1, isOpen: true },
  { why: "after a week", now: T + SESSION_MS, isOpen: false },
  { why: "long before it was opened", now: T - 120_000, isOpen: false },
])("a session is good $why: $isOpen", ({ now, isOpen }) => {
  expect(at(now).isOpen(value)).toBe(isOpen);
});

test("another token ends all sessions", () => {
  expect(at(T, `${TOKEN}x`).isOpen(value)).toBe(false);
});

const [openedAt = "", signature = ""] = value.split(".");
test.each([
  "",
  ".",
  openedAt,
  `${openedAt}.`,
  `.${signature}`,
  `${Number(openedAt) + 1}.${signature}`,
  `${openedAt}.${signature.slice(1)}`,
  `${openedAt}.${signature}.`,
  `${value}.${value}`,
  `NaN.${signature}`,
])("%j is no session", (forged) => {
  expect(at(T).isOpen(forged)).toBe(false);
});

test("texts are the same or not, of any length", () => {
  expect(isSame(TOKEN, TOKEN)).toBe(true);
  for (const other of ["", TOKEN.slice(1), `${TOKEN}0`, TOKEN.toUpperCase(), "я".repeat(1e5)])
    expect(isSame(other, TOKEN)).toBe(false);
});
