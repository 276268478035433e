import { expect, test } from "vitest";
import { OutsideError } from "../runtime/errors.ts";
import { CLAIM_MS } from "../store/inbox/inbox.ts";
import { createClaims } from "./claims.ts";
import { createManualClock } from "../../test/support/manual-clock.ts";
import { createRecordingLog } from "../../test/support/logs.ts";

/** Claims over a database that can be taken away. */
function start() {
  const timers = createManualClock();
  const process = { stoodStillMs: 0 };
  const clock = { ...timers, now: () => timers.now() + process.stoodStillMs };
  const log = createRecordingLog();
  const database = { isAway: false, hangs: false, renewals: 0 };
  const inbox = {
    renew: async () => {
      if (database.hangs) await new Promise(() => undefined);
      if (database.isAway) throw new OutsideError("no connection", { isRetryable: true });
      database.renewals += 1;
    },
  };
  const claims = createClaims({ inbox, log, ...clock });
  const ending = new AbortController();
  const kept = claims.keep(ending.signal);
  const end = async () => {
    ending.abort();
    await kept;
  };
  return { clock, process, database, claims, end };
}

test("claims are renewed several times before they would end", async () => {
  const { clock, database, claims, end } = start();
  await clock.advance(10 * CLAIM_MS);
  expect(database.renewals).toBeGreaterThanOrEqual(20);
  expect(claims.signal().aborted).toBe(false);
  await end();
});

test.each([{ how: "isAway" }, { how: "hangs" }] as const)(
  "where the database $how, nothing more is sent before others may take over",
  async ({ how }) => {
    const { clock, database, claims, end } = start();
    await clock.advance(6_000);
    const signal = claims.signal();
    database[how] = true;
    // The last renewal was at 5 s.
    await clock.advance(5_000);
    expect(signal.aborted).toBe(false);
    await clock.advance(CLAIM_MS - 7_000);
    expect(signal.aborted).toBe(true);
    await end();
  },
);

test("when the database is back new work may be begun, and what was recalled stays recalled", async () => {
  const { clock, database, claims, end } = start();
  const before = claims.signal();
  database.isAway = true;
  await clock.advance(30_000);
  database.isAway = false;
  await clock.advance(6_000);
  expect(before.aborted).toBe(true);
  expect(claims.signal().aborted).toBe(false);
  await end();
});

test("one that stood still calls nobody, before its timers find out how late it is", async () => {
  const { clock, process, claims, end } = start();
  await clock.advance(4_000);
  claims.check();
  const begun = claims.signal();
  process.stoodStillMs = 20_000;
  expect(() => claims.check()).toThrow("the claims on updates have lapsed");
  expect(begun.aborted).toBe(true);
  await clock.advance(6_000);
  expect(() => claims.check()).not.toThrow();
  await end();
});
