import { expect, test } from "vitest";
import { createRecordingLog } from "../../test/support/logs.ts";
import { createManualClock } from "../../test/support/manual-clock.ts";
import { warnSeldom } from "./seldom.ts";

function rig() {
  const clock = createManualClock();
  const log = createRecordingLog();
  const stopping = new AbortController();
  const warn = warnSeldom("Too much", { log, sleep: clock.sleep, signal: stopping.signal });
  const times = (count: number, address: string) => {
    for (let nth = 0; nth < count; nth += 1) warn(address);
  };
  const advance = (ms: number) => clock.advance(ms);
  return { times, advance, stop: () => stopping.abort(), lines: log.lines };
}

test("the first is told at once, all further ones of the minute in one line, and nothing after quiet", async () => {
  const { times, advance, lines } = rig();
  times(1, "a");
  expect(lines).toEqual(["warn Too much { count: 1, address: 'a' }"]);
  times(120_000, "b");
  await advance(59_999);
  expect(lines).toHaveLength(1);
  await advance(1);
  expect(lines.slice(1)).toEqual(["warn Too much { count: 120000, address: 'b' }"]);
  await advance(600_000);
  expect(lines).toHaveLength(2);
  times(1, "c");
  expect(lines).toHaveLength(3);
});

test("a stop tells the last ones, and what comes after it fills no log", async () => {
  const { times, advance, stop, lines } = rig();
  times(5, "a");
  stop();
  await advance(0);
  expect(lines.at(-1)).toBe("warn Too much { count: 4, address: 'a' }");
  times(1_000, "b");
  await advance(0);
  expect(lines).toHaveLength(2);
});
