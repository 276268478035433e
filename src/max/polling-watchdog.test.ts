import { expect, test } from "vitest";
import { createManualClock } from "../../test/support/manual-clock.ts";
import { MaxFailure } from "./failure.ts";
import { endingPoll } from "./polling.ts";

// A poll that hangs is given up; every other is left alone.

function watching() {
  const clock = createManualClock();
  const stop = new AbortController();
  let silent = 0;
  const onSilent = () => {
    silent += 1;
  };
  const options = { signal: stop.signal, sleep: clock.sleep, onSilent };
  return { clock, stop, options, silent: () => silent };
}

const never = () => new Promise<never>(() => undefined);

test("a poll that says nothing for 90 s is aborted and fails like one that may be repeated", async () => {
  const { clock, options, silent } = watching();
  let aborted: unknown;
  const polling = endingPoll((signal) => {
    signal.addEventListener("abort", () => (aborted = signal.reason));
    return never();
  }, options).catch((error: unknown) => error);
  await clock.advance(89_999);
  expect(silent()).toBe(0);
  await clock.advance(1);
  expect(silent()).toBe(1);
  const failure = await polling;
  expect(failure).toBeInstanceOf(MaxFailure);
  expect(failure).toMatchObject({ isRetryable: true });
  expect(aborted).toBe(failure);
});

test("a poll that ends in time, well or not, is no reason to say anything later", async () => {
  const { clock, options, silent } = watching();
  expect(await endingPoll(async () => "updates", options)).toBe("updates");
  await expect(endingPoll(() => Promise.reject(new Error("boom")), options)).rejects.toThrow("boom");
  await clock.advance(600_000);
  expect(silent()).toBe(0);
});

test("a stop of the program ends the poll with its reason", async () => {
  const { options, stop } = watching();
  const polling = endingPoll(
    (signal) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      }),
    options,
  );
  stop.abort(new Error("stopped"));
  await expect(polling).rejects.toThrow("stopped");
});
