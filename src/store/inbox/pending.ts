// What can be handled now, and by which process; how much waits at all.
import { type RawBuilder, sql, type SqlBool } from "kysely";
import { reporting } from "../statements.ts";
import type { InboxPlace } from "./place.ts";
import {
  type Claim,
  type Inbox,
  CLAIM_MS,
  type InboxSize,
  type PendingPage,
  type PendingQuery,
  type PendingUpdate,
} from "./inbox.ts";

/** No wait is longer (runtime/retry): what is due later was written before the clock was set back. */
const LONGEST_WAIT_MS = 3_600_000;

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

type Pending = Pick<Inbox, "pending" | "claim" | "renew" | "release" | "size">;

export function pendingIn(place: InboxPlace): Pending {
  return {
    pending: (query) => reporting("Reading the inbox", () => readPending(place, query)),
    claim: (ids) => reporting("Claiming updates", () => claim(place, ids)),
    renew: () => reporting("Renewing claims", () => renew(place)),
    release: (unsettled) => reporting("Releasing claims", () => release(place, unsettled)),
    size: () => reporting("Counting the inbox", () => readSize(place)),
  };
}

async function readPending(place: InboxPlace, query: PendingQuery): Promise<PendingPage> {
  const { tables } = place;
  const free = query.exceptLanes.length === 0 ? sql`true` : sql`inbox.lane not in (${sql.join(query.exceptLanes)})`;
  const now = place.now();
  const isWaiting = waiting(place);
  const page = await sql<PendingUpdate>`${HEADS}
    select inbox.id, key, lane, payload, attempts, received_at as "receivedAt"
    from heads join inbox on inbox.id = heads.id
    where not ${isWaiting} and ${unclaimed(place)} and ${free}
    order by priority, inbox.id limit ${query.limit}`.execute(tables);
  if (page.rows.length >= query.limit) return { updates: page.rows, nextDueInMs: undefined };
  const next = await sql<{ waitMs: number | null }>`${HEADS}
    select min(retry_at) - ${now} as "waitMs" from heads join inbox on inbox.id = heads.id
    where ${isWaiting} and ${free}`.execute(tables);
  return { updates: page.rows, nextDueInMs: next.rows[0]?.waitMs ?? undefined };
}

function waiting({ now }: InboxPlace): RawBuilder<SqlBool> {
  return sql`(retry_at > ${now()} and retry_at <= ${now()} + ${sql.lit(LONGEST_WAIT_MS)})`;
}

/**
 * By nobody else who is alive, and nothing of its lane either: what was given up and is taken up again stands before
 * what another process handles by then. The first condition is not in the second: of a row that somebody changed since
 * the statement began, PostgreSQL looks again at the row, and not at the lanes.
 */
function unclaimed({ owner, isAlone, now }: InboxPlace): RawBuilder<SqlBool> {
  if (isAlone) return sql<SqlBool>`true`;
  return sql<SqlBool>`(claimed_by is null or claimed_by = ${owner} or claimed_until <= ${now()})
    and inbox.lane not in (
      select lane from inbox
      where state = 'pending' and claimed_by <> ${owner} and claimed_until > ${now()})`;
}

async function claim(place: InboxPlace, ids: readonly number[]): Promise<readonly Claim[]> {
  const { tables, owner, now } = place;
  if (ids.length === 0) return [];
  return tables.transaction().execute(async (transaction) => {
    let free = transaction
      .selectFrom("inbox")
      .select(["id", "claimed_by"])
      .where("id", "in", ids)
      .where("state", "=", "pending")
      .where(unclaimed(place))
      // Since it was read as pending another process may have begun it, and failed.
      .where(sql<SqlBool>`not ${waiting(place)}`);
    // Others may be choosing among the same; what one of them has locked is its own.
    if (!place.isAlone) free = free.forUpdate().skipLocked();
    const rows = await free.execute();
    if (rows.length === 0) return [];
    await transaction
      .updateTable("inbox")
      .set({ claimed_by: owner, claimed_until: sql`${now()} + ${sql.lit(CLAIM_MS)}` })
      .where(
        "id",
        "in",
        rows.map(({ id }) => id),
      )
      .execute();
    return rows.map(({ id, claimed_by: before }) => ({
      id,
      isRepeat: before !== null && before !== owner,
    }));
  });
}

async function renew({ tables, owner, isAlone, now }: InboxPlace): Promise<void> {
  if (isAlone) return;
  await tables
    .updateTable("inbox")
    .set({ claimed_until: sql`${now()} + ${sql.lit(CLAIM_MS)}` })
    .where("claimed_by", "=", owner)
    .where("state", "=", "pending")
    .execute();
}

async function release({ tables, owner }: InboxPlace, unsettled: readonly number[]): Promise<void> {
  const mine = tables.updateTable("inbox").where("claimed_by", "=", owner).where("state", "=", "pending");
  const settled = unsettled.length === 0 ? mine : mine.where("id", "not in", unsettled);
  await settled.set({ claimed_by: null, claimed_until: 0 }).execute();
  if (unsettled.length > 0) await mine.set({ claimed_until: 0 }).execute();
}

async function readSize({ tables, now }: InboxPlace): Promise<InboxSize> {
  const count = tables.selectFrom("inbox").select(({ fn }) => fn.countAll().as("count"));
  const pending = await count
    .select(sql<number | null>`${now()} - min(received_at)`.as("oldestMs"))
    .where("state", "=", "pending")
    .executeTakeFirstOrThrow();
  const deadLetters = await count.where("state", "=", "aside").executeTakeFirstOrThrow();
  return {
    pending: Number(pending.count),
    deadLetters: Number(deadLetters.count),
    oldestPendingMs: pending.oldestMs ?? undefined,
  };
}
