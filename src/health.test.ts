import { createServer } from "node:net";
import { expect, test } from "vitest";
import { silentLog } from "../test/silent-log.ts";
import { openHealth } from "./health.ts";

async function listening() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { port: address.port, close: () => new Promise((resolve) => server.close(resolve)) };
}

test("it is healthy while MAX answers, and not after two minutes of silence", async () => {
  let time = 0;
  const { port, close } = await listening();
  await close();
  const health = await openHealth({ host: "127.0.0.1", port, log: silentLog, now: () => time });
  const status = async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).status;
  expect(await status()).toBe(200);
  time = 121_000;
  expect(await status()).toBe(503);
  health.alive();
  expect(await status()).toBe(200);
  await health.close();
});

test("a taken port does not keep the bot from working", async () => {
  const warnings: string[] = [];
  const log = { ...silentLog, warn: (_: unknown, text: string) => void warnings.push(text) };
  const other = await listening();
  const health = await openHealth({ host: "127.0.0.1", port: other.port, log });
  health.alive();
  await health.close();
  await other.close();
  expect(warnings).toHaveLength(1);
});
