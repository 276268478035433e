// The inbox in SQLite.
import { sql, type Transaction } from "kysely";
import type {
  Inbox,
  Marker,
  PendingPage,
  PendingQuery,
  PendingUpdate,
  ReceivedUpdate,
} from "./inbox.ts";
import { reporting } from "./reporting.ts";
import type { Schema, Tables } from "./schema.ts";

/** SQLite takes at most 32,766 parameters in one statement. */
const ROWS_PER_INSERT = 500;
const ERROR_LENGTH = 500;

export function createSqliteInbox(tables: Tables, now: () => number): Inbox {
  return {
    receive: (updates, marker) =>
      reporting("Saving updates", () =>
        tables.transaction().execute((transaction) => receive(transaction, updates, marker)),
      ),
    marker: (source) => reporting("Reading the marker", () => readMarker(tables, source)),
    pending: (query) => reporting("Reading the inbox", () => readPending(tables, query)),
    done: (id) =>
      reporting("Marking an update as done", () =>
        finish(tables, id, { ...FORGOTTEN, finished_at: now() }),
      ),
    failed: (id, error, retryAt) =>
      reporting("Marking an update as failed", () => fail(tables, id, error, retryAt)),
    putAside: (id, error) =>
      reporting("Putting an update aside", () =>
        finish(tables, id, { state: "aside", error: cut(error), finished_at: now() }),
      ),
    prune: (before) => reporting("Pruning the inbox", () => prune(tables, before)),
  };
}

async function receive(
  transaction: Transaction<Schema>,
  updates: readonly ReceivedUpdate[],
  marker: Marker | undefined,
): Promise<number> {
  let added = 0;
  for (let start = 0; start < updates.length; start += ROWS_PER_INSERT) {
    const rows = updates.slice(start, start + ROWS_PER_INSERT).map(rowOf);
    const result = await transaction
      .insertInto("inbox")
      .values(rows)
      .onConflict((conflict) => conflict.column("key").doNothing())
      .returning("id")
      .execute();
    added += result.length;
  }
  if (marker !== undefined) await saveMarker(transaction, marker);
  return added;
}

function rowOf({ key, lane, payload, receivedAt }: ReceivedUpdate) {
  return { key, lane, payload, received_at: receivedAt };
}

async function saveMarker(tables: Tables, { source, value }: Marker): Promise<void> {
  await tables
    .insertInto("marker")
    .values({ source, value })
    .onConflict((conflict) => conflict.column("source").doUpdateSet({ value }))
    .execute();
}

async function readMarker(tables: Tables, source: string): Promise<string | undefined> {
  const row = await tables
    .selectFrom("marker")
    .select("value")
    .where("source", "=", source)
    .executeTakeFirst();
  return row?.value;
}

// Walks from lane to lane through the index and looks at the first row of each, so that the cost grows with
// the number of chats that wait and not with how much one of them has written.
const HEADS = sql`with recursive
  lanes (lane) as (
    select min(lane) from inbox where state = 'pending'
    union all
    select (select min(lane) from inbox where state = 'pending' and lane > lanes.lane)
    from lanes where lanes.lane is not null
  ),
  heads (id) as (
    select (select min(id) from inbox where state = 'pending' and inbox.lane = lanes.lane)
    from lanes where lanes.lane is not null
  )`;

async function readPending(tables: Tables, query: PendingQuery): Promise<PendingPage> {
  const free =
    query.exceptLanes.length === 0
      ? sql`true`
      : sql`inbox.lane not in (${sql.join(query.exceptLanes)})`;
  const page = await sql<PendingUpdate>`${HEADS}
    select inbox.id, key, lane, payload, attempts, received_at as receivedAt from heads join inbox on inbox.id = heads.id
    where retry_at <= ${query.now} and ${free} order by inbox.id limit ${query.limit}`.execute(
    tables,
  );
  const next = await sql<{ dueAt: number | null }>`${HEADS}
    select min(retry_at) as dueAt from heads join inbox on inbox.id = heads.id
    where retry_at > ${query.now} and ${free}`.execute(tables);
  return { updates: page.rows, nextDueAt: next.rows[0]?.dueAt ?? undefined };
}

/** The lane names the person or the group. */
const FORGOTTEN = { state: "done", payload: null, lane: "", error: null } as const;

interface Finish {
  readonly state: "done" | "aside";
  readonly payload?: null;
  readonly lane?: "";
  readonly error: string | null;
  readonly finished_at: number;
}

async function finish(tables: Tables, id: number, change: Finish): Promise<void> {
  await tables.updateTable("inbox").set(change).where("id", "=", id).execute();
}

async function fail(tables: Tables, id: number, error: string, retryAt: number): Promise<void> {
  await tables
    .updateTable("inbox")
    .set((row) => ({ attempts: row("attempts", "+", 1), error: cut(error), retry_at: retryAt }))
    .where("id", "=", id)
    .where("state", "=", "pending")
    .execute();
}

async function prune(tables: Tables, before: number): Promise<number> {
  const result = await tables
    .deleteFrom("inbox")
    .where("finished_at", "<", before)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

function cut(error: string): string {
  return error.slice(0, ERROR_LENGTH);
}
