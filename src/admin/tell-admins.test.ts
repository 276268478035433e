import { expect, test } from "vitest";
import { createManualClock } from "../../test/support/manual-clock.ts";
import { createRecordingLog } from "../../test/support/logs.ts";
import type { Reply } from "../dialog/reply.ts";
import { plainOf } from "../markup/rich-text.ts";
import { deadLettersToAdmins } from "./tell-admins.ts";

// A flood of updates that were given up must not become a flood of messages.

function telling(adminUserIds: readonly number[] = [1]) {
  const clock = createManualClock();
  const told: string[] = [];
  const send = async (reply: Reply) => {
    if (reply.kind === "send") told.push(`${reply.place.userId}: ${plainOf(reply.message.text)}`);
    return undefined;
  };
  const stop = new AbortController();
  const parts = { client: { send }, adminUserIds, log: createRecordingLog(), ...clock };
  return {
    clock,
    told,
    stop,
    onDeadLetter: deadLettersToAdmins({ ...parts, signal: stop.signal }),
  };
}

test("one is told soon, to every administrator", async () => {
  const { clock, told, onDeadLetter } = telling([1, 2]);
  onDeadLetter();
  await clock.advance(5_000);
  expect(told).toEqual([
    "1: ⚠️ Бот не смог обработать 1 сообщение после нескольких попыток.",
    "2: ⚠️ Бот не смог обработать 1 сообщение после нескольких попыток.",
  ]);
});

test("a flood is told in one message every five minutes, none of it left out", async () => {
  const { clock, told, onDeadLetter } = telling();
  for (let second = 0; second < 600; second += 1) {
    onDeadLetter();
    await clock.advance(1_000);
  }
  await clock.advance(600_000);
  const counts = told.map((text) => Number(/\d+(?= сообщени)/u.exec(text)?.[0]));
  expect(counts).toHaveLength(3);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(600);
});

test("after a quiet time the next one is told soon again", async () => {
  const { clock, told, onDeadLetter } = telling();
  onDeadLetter();
  await clock.advance(3_600_000);
  onDeadLetter();
  await clock.advance(5_000);
  expect(told).toHaveLength(2);
});

test("nothing is told once the bot stops", async () => {
  const { clock, told, onDeadLetter, stop } = telling();
  onDeadLetter();
  stop.abort();
  await clock.advance(600_000);
  expect(told).toEqual([]);
});
