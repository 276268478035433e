import { afterEach, beforeEach, expect, test } from "vitest";
import { createMaxFetch } from "./fetch.ts";
import { MaxFailure } from "./failure.ts";
import { type FakeMax, hang, hangInBody, startFakeMax } from "../../test/support/max/fake-max.ts";

let max: FakeMax;
beforeEach(async () => {
  max = await startFakeMax();
});
afterEach(() => max[Symbol.asyncDispose]());

async function failureOf(method: string): Promise<MaxFailure> {
  const maxFetch = createMaxFetch({ fetch, token: "token", answerTimeoutMs: 50, now: () => 0 });
  const error: unknown = await maxFetch(`${max.url}/messages`, { method }).catch((thrown: unknown) => thrown);
  if (!(error instanceof MaxFailure)) throw new Error(`not a MaxFailure: ${String(error)}`);
  return error;
}

test.each([hang, hangInBody])(
  "a send without an answer may have been carried out, so the next one has to wait",
  async (answer) => {
    max.answer(answer);
    const failure = await failureOf("POST");
    expect(failure).toMatchObject({ reason: "timeout", isRetryable: true, retryAfterMs: 30_000 });
  },
);

test("what was only asked without an answer may be asked again at any time", async () => {
  max.answer(hang);
  const failure = await failureOf("GET");
  expect(failure).toMatchObject({ reason: "timeout", retryAfterMs: undefined });
});
