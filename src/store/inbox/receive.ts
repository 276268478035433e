// Updates into the inbox, each once, with the marker of where they come from.
import type { Transaction } from "kysely";
import type { InboxPlace } from "./place.ts";
import { createGroupCommit } from "./group-commit.ts";
import type { Inbox, Marker, ReceivedUpdate } from "./inbox.ts";
import type { HashReading, ReadingHashes } from "./readings.ts";
import { inSlices, reporting } from "../statements.ts";
import type { Schema, Tables } from "../tables/schema.ts";

interface Receiving {
  readonly updates: readonly ReceivedUpdate[];
  readonly marker: Marker | undefined;
}

export function receivingIn(
  { tables, lockInserts }: InboxPlace,
  hashes: ReadingHashes,
): Pick<Inbox, "receive" | "marker"> {
  const receive = createGroupCommit(async (items: readonly Receiving[]) => {
    const isReading = items.some(({ updates }) => updates.some((one) => one.reading !== undefined));
    const hash = isReading ? await hashes() : undefined;
    return tables.transaction().execute(async (transaction) => {
      await lockInserts(transaction);
      return receiveInto(transaction, items, (update) => rowOf(update, hash));
    });
  });
  return {
    receive: (updates, marker) => reporting("Saving updates", () => receive({ updates, marker })),
    marker: (source) =>
      reporting("Reading the marker", async () => {
        const found = tables.selectFrom("marker").select("value").where("source", "=", source);
        return (await found.executeTakeFirst())?.value;
      }),
  };
}

/** The number of new updates of each. */
async function receiveInto(
  transaction: Transaction<Schema>,
  items: readonly Receiving[],
  row: (update: ReceivedUpdate) => Row,
): Promise<readonly number[]> {
  const updates = inOrderOfSending(items.flatMap((item) => item.updates));
  const added = await insert(transaction, updates.map(row));
  for (const { marker } of items) if (marker !== undefined) await saveMarker(transaction, marker);
  // What came twice is counted where it came first.
  return items.map(({ updates }) => updates.filter(({ key }) => added.delete(key)).length);
}

/** MAX may deliver two messages of a chat side by side, and the second overtakes the first. Other lanes stay where they are. */
function inOrderOfSending(updates: readonly ReceivedUpdate[]): readonly ReceivedUpdate[] {
  const lanes = new Map<string, ReceivedUpdate[]>();
  for (const update of updates) {
    const lane = lanes.get(update.lane);
    if (lane === undefined) lanes.set(update.lane, [update]);
    else lane.push(update);
  }
  for (const lane of lanes.values())
    if (lane.every(({ sentAt }) => sentAt !== undefined)) lane.sort((a, b) => (a.sentAt ?? 0) - (b.sentAt ?? 0));
  const next = new Map(Array.from(lanes, ([lane, rows]) => [lane, rows.values()]));
  return updates.flatMap(({ lane }) => next.get(lane)?.next().value ?? []);
}

/** The keys that were not known. */
async function insert(transaction: Transaction<Schema>, rows: readonly Row[]): Promise<Set<string>> {
  const added = new Set<string>();
  await inSlices(rows, async (slice) => {
    const result = await transaction
      .insertInto("inbox")
      .values(slice)
      .onConflict((conflict) => conflict.column("key").doNothing())
      .returning("key")
      .execute();
    for (const { key } of result) added.add(key);
  });
  return added;
}

type Row = ReturnType<typeof rowOf>;

function rowOf(update: ReceivedUpdate, hash: HashReading | undefined) {
  const { key, lane, payload, receivedAt, isUrgent = false } = update;
  const reading = update.reading === undefined ? null : (hash?.(key, update.reading) ?? null);
  return { key, lane, payload, received_at: receivedAt, priority: isUrgent ? 0 : 1, reading };
}

async function saveMarker(tables: Tables, { source, value }: Marker): Promise<void> {
  await tables
    .insertInto("marker")
    .values({ source, value })
    .onConflict((conflict) => conflict.column("source").doUpdateSet({ value }))
    .execute();
}
