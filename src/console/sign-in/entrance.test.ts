import { expect, test } from "vitest";
import type { Target } from "../../config/config.ts";
import { consoleEntrance } from "./entrance.ts";

const TOKEN = "0123456789abcdef0123456789abcdef";
const MAX: Target = { kind: "max", token: "t", apiUrl: undefined };
const PREVIEW: Target = { kind: "preview" };

test.each([
  {
    why: "the real MAX without a token",
    target: MAX,
    host: "127.0.0.1",
    token: undefined,
    kind: undefined,
  },
  { why: "the real MAX with a token", target: MAX, host: "0.0.0.0", token: TOKEN, kind: "token" },
  {
    why: "a preview on this computer",
    target: PREVIEW,
    host: "127.0.0.1",
    token: undefined,
    kind: "open",
  },
  {
    why: "a preview under its name",
    target: PREVIEW,
    host: "localhost",
    token: undefined,
    kind: "open",
  },
  { why: "a preview by IPv6", target: PREVIEW, host: "::1", token: undefined, kind: "open" },
  {
    why: "a preview that others reach",
    target: PREVIEW,
    host: "0.0.0.0",
    token: undefined,
    kind: undefined,
  },
  {
    why: "a preview of a name that may lead anywhere",
    target: PREVIEW,
    host: "school",
    token: undefined,
    kind: undefined,
  },
  {
    why: "a preview that others reach with a token",
    target: PREVIEW,
    host: "0.0.0.0",
    token: TOKEN,
    kind: "token",
  },
  {
    why: "a preview where signing in is tried",
    target: PREVIEW,
    host: "127.0.0.1",
    token: TOKEN,
    kind: "token",
  },
])("$why", ({ target, host, token, kind }) => {
  const entrance = consoleEntrance({ target, host, consoleToken: token }, () => 0);
  expect(entrance?.kind).toBe(kind);
});
