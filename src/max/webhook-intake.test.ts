import { expect, test } from "vitest";
import { silentLog } from "../../test/support/logs.ts";
import { createWebhookIntake } from "./webhook-intake.ts";

const UPDATE = { update_type: "bot_started", timestamp: 1, chat_id: 7, user: { user_id: 7 } };

test("what the database still stores when MAX has to be answered is held on to", async () => {
  let store: (added: number) => void = () => undefined;
  const accept = createWebhookIntake({
    inbox: { receive: () => new Promise((resolve) => (store = resolve)) },
    bot: () => ({ userId: 1, username: "school_bot" }),
    onReceived: () => undefined,
    log: silentLog,
    timeoutMs: 1,
  });
  const held: Promise<unknown>[] = [];
  expect(await accept(UPDATE, (storing) => held.push(storing))).toBe("unavailable");
  store(1);
  expect(await Promise.all(held)).toEqual([1]);
});
