import { DAY_MS } from "../text/local-date.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { OutsideError } from "../runtime/errors.ts";
import { createPseudonyms } from "./pseudonyms.ts";
import { openDatabase } from "../store/database.ts";
import type { Store } from "../store/store.ts";
import type { Secrets } from "../store/secrets.ts";

const NOON = Date.parse("2026-11-25T09:00:00Z");

let folder = "";
let store: Store;
let reads: string[] = [];
let now = NOON;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pseudonyms-"));
  store = await openDatabase(`file:${join(folder, "bot.db")}`);
  reads = [];
  now = NOON;
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** The secrets of the database; the days whose salts were read are noted. */
const watched = (): Secrets => ({
  ...store.secrets,
  saltOf: (day) => {
    reads.push(day);
    return store.secrets.saltOf(day);
  },
});

test("the salt is read once a day, and with the next one nobody is known any more", async () => {
  const pseudonyms = createPseudonyms(watched(), () => now);
  const first = await pseudonyms.person(7);
  expect(await pseudonyms.person(7)).toBe(first);
  await pseudonyms.question("m:1");
  now += DAY_MS;
  expect(await pseudonyms.person(7)).not.toBe(first);
  expect(reads).toEqual(["2026-11-25", "2026-11-26"]);
});

test("another process, and this one after a restart, give the same names", async () => {
  const [one, other] = [1, 2].map(() => createPseudonyms(store.secrets, () => now));
  expect(await one?.person(7)).toBe(await other?.person(7));
});

test("a reading that failed is made again", async () => {
  let isBroken = true;
  const secrets = watched();
  const saltOf = async (day: string) => {
    if (isBroken) throw new OutsideError("the database failed", { isRetryable: true });
    return secrets.saltOf(day);
  };
  const pseudonyms = createPseudonyms({ ...secrets, saltOf }, () => now);
  await expect(pseudonyms.person(7)).rejects.toThrow(OutsideError);
  isBroken = false;
  expect(await pseudonyms.person(7)).toMatch(/^[\w-]{22}$/u);
});
