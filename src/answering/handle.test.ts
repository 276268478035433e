import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { startBotOn, startMax } from "../../test/support/program/start-bot.ts";
import { openDatabase } from "../store/database.ts";
import { PATIENCE_MS } from "../../test/support/until.ts";

test("a question is recorded beside the call to MAX and not after it, so that only the update is noted then", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handle-"));
  const databaseUrl = `file:${folder}/bot.db`;
  const { max, ...preview } = await startMax("token-of-the-handler");
  // No call ever succeeds: after one nothing would be recorded.
  max.faults.next({ path: "/messages" }, { status: 403, body: { code: "chat.denied" } }, 100);
  const app = await startBotOn(preview, "token-of-the-handler", { databaseUrl });
  const store = await openDatabase(databaseUrl, Date.now);
  max.user().say("зачем нам этот макс");
  await vi.waitUntil(async () => (await store.journal.between(0, Date.now())).length === 1, PATIENCE_MS);
  const sent = max.calls.filter(({ path, status }) => path === "/messages" && status === 200);
  expect(sent).toEqual([]);
  await store.close();
  await app.stop();
  await preview.close();
  await rm(folder, { recursive: true });
});
