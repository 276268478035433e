import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LocalUser } from "./people/local-user.ts";
import { FakeClock } from "../../test/support/preview/fake-clock.ts";
import { type Rig, startRig } from "../../test/support/preview/rig.ts";

interface Delivery {
  readonly secret: string | undefined;
  readonly update: unknown;
}

const HOUR_MS = 60 * 60 * 1000;

let clock: FakeClock;
let rig: Rig;
let user: LocalUser;
let server: Server;
let url: string;
/** What the subscriber answers; undefined for nothing at all. */
let status: number | undefined;
let deliveries: Delivery[];
let log: string[];

beforeEach(async () => {
  clock = new FakeClock();
  log = [];
  rig = await startRig({ now: clock.now, sleep: clock.sleep, log: (line) => log.push(line) });
  user = rig.preview.max.user();
  deliveries = [];
  status = 200;
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const secret = request.headers["x-max-bot-api-secret"]?.toString();
      deliveries.push({ secret, update: JSON.parse(Buffer.concat(chunks).toString()) });
      if (status !== undefined) response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/hook`;
});

afterEach(async () => {
  await rig.preview.close();
  server.closeAllConnections();
  server.close();
});

/** Waits, in real time, until the subscriber got this many deliveries. */
async function delivered(count: number): Promise<void> {
  await expect.poll(() => deliveries.length, { interval: 2 }).toBe(count);
}

describe("a webhook", () => {
  it("gets each update with the secret, and polling gets nothing meanwhile", async () => {
    await rig.api.subscribe(url, "s3cret_value");
    user.say("привет");
    await delivered(1);
    expect(deliveries).toMatchObject([{ secret: "s3cret_value", update: { message: { body: { text: "привет" } } } }]);
    const poll = rig.api.getUpdates([], { timeout: 1 });
    await clock.asleepFor(1_000);
    clock.advance(1_000);
    expect((await poll).updates).toEqual([]);
  });

  it("is listed, gets only the kinds it wants, and ends", async () => {
    await rig.api.subscribe(url, undefined, ["bot_started"]);
    expect((await rig.call("GET", "subscriptions")).body).toEqual({
      subscriptions: [{ url, time: clock.now(), update_types: ["bot_started"] }],
    });
    user.say("привет");
    user.start();
    await delivered(1);
    expect(deliveries).toMatchObject([{ update: { update_type: "bot_started" } }]);
    expect(await rig.api.unsubscribe(url)).toEqual({ success: true });
    user.say("ещё");
    expect((await rig.api.getUpdates()).updates).toHaveLength(1);
  });

  it.each([201, 204, 302, 404, 500])("that answers %i gets the update again, later and later", async (code) => {
    await rig.api.subscribe(url);
    status = code;
    user.say("привет");
    for (const [index, waitMs] of [60_000, 150_000, 375_000].entries()) {
      await clock.asleepFor(waitMs);
      expect(deliveries).toHaveLength(index + 1);
      if (waitMs === 375_000) status = 200;
      clock.advance(waitMs);
    }
    await delivered(4);
    expect(log.join("\n")).toContain("exactly 200");
  });

  it("that says nothing for 30 seconds gets the update again", async () => {
    await rig.api.subscribe(url);
    status = undefined;
    user.say("привет");
    await delivered(1);
    clock.advance(30_000);
    await clock.asleepFor(60_000);
    status = 200;
    clock.advance(60_000);
    await delivered(2);
    expect(deliveries[1]).toEqual(deliveries[0]);
  });

  it("that failed for 8 hours is unsubscribed", async () => {
    await rig.api.subscribe(url);
    status = 500;
    user.say("привет");
    await clock.asleepFor(60_000);
    clock.advance(8 * HOUR_MS);
    await delivered(2);
    await expect.poll(() => rig.preview.max.webhooks.isActive, { interval: 2 }).toBe(false);
    expect(log.at(-1)).toContain("8 hours");
  });
});
