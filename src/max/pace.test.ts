import { expect, test } from "vitest";
import type { ReceivedUpdate } from "../store/inbox/inbox.ts";
import { withPace } from "./pace.ts";

/** What a person sends comes through as it is, as "!" with the mark that it was too fast, or not at all. */
function createWay() {
  const taken: string[] = [];
  const inbox = {
    receive: async (updates: readonly ReceivedUpdate[]) => {
      for (const { key, payload } of updates) taken.push(payload.includes('"is_too_fast":true') ? `${key}!` : key);
      return updates.length;
    },
  };
  return { inbox: withPace(inbox), taken };
}

const T = Date.UTC(2026, 10, 25);

function sent(key: string, seconds: number, lane = "user:1"): ReceivedUpdate {
  const at = T + 1_000 * seconds;
  return { key, lane, payload: '{"update_type":"message_created"}', sentAt: at, receivedAt: at };
}

const many = (count: number, from: number, to: number, name = "") =>
  Array.from({ length: count }, (_, n) => sent(`${name}${n}`, from + ((to - from) * n) / count));

test("forty messages in half a minute are taken, for as long as somebody goes on so", async () => {
  const { inbox, taken } = createWay();
  for (let minute = 0; minute < 10; minute += 1)
    await inbox.receive(many(80, 60 * minute, 60 * minute + 60, `${minute}-`));
  expect(taken).toHaveLength(800);
  expect(taken.filter((key) => key.endsWith("!"))).toEqual([]);
});

test("the next one is marked, what follows is dropped, and of others everything is taken", async () => {
  const { inbox, taken } = createWay();
  await inbox.receive([...many(600, 0, 300), sent("other", 1, "user:2"), sent("group", 1, "chat:-1")]);
  expect(taken).toEqual([...many(40, 0, 1).map(({ key }) => key), "40!", "other", "group"]);
});

test("who slows down is taken again, and told again when too fast again", async () => {
  const { inbox, taken } = createWay();
  await inbox.receive(many(60, 0, 10, "a"));
  await inbox.receive([sent("later", 41)]);
  await inbox.receive(many(60, 100, 110, "b"));
  expect(taken.slice(40)).toEqual(["a40!", "later", ...many(40, 0, 1, "b").map(({ key }) => key), "b40!"]);
});

test("who goes on just too fast is told once", async () => {
  const { inbox, taken } = createWay();
  await inbox.receive(many(420, 0, 300));
  expect(taken.filter((key) => key.endsWith("!"))).toHaveLength(1);
});

test("what waited for the bot is no flood, though it comes at once", async () => {
  const { inbox, taken } = createWay();
  const waiting = many(200, 0, 200).map((update) => ({ ...update, receivedAt: T + 900_000 }));
  await inbox.receive(waiting);
  await inbox.receive(waiting.slice(100).toReversed());
  expect(new Set(taken).size).toBe(200);
  expect(taken.filter((key) => key.endsWith("!"))).toEqual([]);
});

test("what MAX delivers twice counts once, and is dealt with alike", async () => {
  const { inbox, taken } = createWay();
  const updates = many(40, 0, 10);
  for (const update of updates) await inbox.receive([update, update]);
  await inbox.receive([sent("over", 11), sent("over", 11)]);
  expect(taken.filter((key) => key.endsWith("!"))).toEqual(["over!", "over!"]);
});
