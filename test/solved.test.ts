import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { figuresOf } from "../src/journal/figures.ts";
import { loadContent } from "../src/live/content.ts";
import { openDatabase } from "../src/store/database.ts";
import { playConversations, readConversations } from "./support/journal/play-conversation.ts";

const STARTS_AT = Date.UTC(2026, 10, 25, 9);
const DAY_MS = 86_400_000;

test("what is counted as solved is within five points of what a careful reader says", async () => {
  const folder = await mkdtemp(join(tmpdir(), "solved-"));
  const store = await openDatabase(`file:${folder}/bot.db`);
  const conversations = readConversations();
  const content = await loadContent("faq.yaml");
  await playConversations(conversations, { store, content, startsAt: STARTS_AT });
  const span = { from: STARTS_AT, to: STARTS_AT + DAY_MS };
  const { solved, asked, people } = figuresOf(await store.tallies(span), span);
  await store.close();
  await rm(folder, { recursive: true });
  expect(people).toBe(conversations.length);
  const judged = conversations.flatMap((one) => one.solved);
  const byReader = judged.filter(Boolean).length / judged.length;
  expect(Math.abs(solved / asked - byReader)).toBeLessThanOrEqual(0.05);
});
