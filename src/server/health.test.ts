import { expect, test } from "vitest";
import { addHealth } from "./health.ts";
import { createServer } from "./server.ts";

test("it is healthy while MAX answers, and not after two minutes of silence", async () => {
  let time = 0;
  const server = createServer();
  const { app } = server;
  const health = addHealth(app, { silenceMs: 120_000, now: () => time });
  const status = async () => (await app.inject("/healthz")).statusCode;
  expect(await status()).toBe(200);
  time = 121_000;
  expect(await status()).toBe(503);
  health.alive();
  expect(await status()).toBe(200);
  await server.close();
});
