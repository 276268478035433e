// The calls to MAX that all processes of a bot make, counted together, in PostgreSQL.
import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { reporting } from "../statements.ts";
import type { Tables } from "../tables/schema.ts";

export type CallStart =
  | { readonly kind: "started"; readonly end: () => void }
  /** `scope` says whose limit is reached: that of the bot, or that of the chat. */
  | { readonly kind: "wait"; readonly scope: "total" | "chat"; readonly ms: number };

export interface SharedCalls {
  /** Begins a call where the limits allow one more. Rejects with OutsideError when the database fails. */
  tryStart(chat: string | undefined, limits: CallLimits): Promise<CallStart>;
}

/** Calls within a second. */
export interface CallLimits {
  readonly perSecond: number;
  readonly perChatPerSecond: number;
}

const WINDOW_MS = 1_000;
/** A call takes 15 s at most; one whose process died counts for so long. */
const LONGEST_CALL_MS = 20_000;
/** When a call on its way ends is not known. */
const LOOK_MS = 50;
/** Any number, the same in all processes. */
const LOCK = 7_316_002;

/**
 * Every call counts from its start until a second after its end, as MAX counts it at some moment in between. Under one lock,
 * so that two processes never take the last place both. Libraries for this (rate-limiter-flexible) count in fixed
 * windows, which allow twice the limit around the boundary of two.
 */
export function createSharedCalls(tables: Tables, now: () => RawBuilder<number>): SharedCalls {
  return {
    tryStart: (chat, limits) =>
      reporting("Counting calls to MAX", async () => {
        // The chat of a person has his number, and a row may stand there until the next call.
        const found = await start(tables, now, chat && digestOf(chat), limits);
        if (typeof found === "object") return { kind: "wait", ...found };
        // What cannot be noted ends by itself.
        return { kind: "started", end: () => void end(tables, now, found).catch(() => undefined) };
      }),
  };
}

interface Counted {
  readonly total: number;
  readonly ofChat: number;
  readonly waitMs: number | null;
  readonly chatWaitMs: number | null;
}

/** The id of the call, or how long to wait. */
function start(
  tables: Tables,
  now: () => RawBuilder<number>,
  chat: string | undefined,
  { perSecond, perChatPerSecond }: CallLimits,
): Promise<number | { readonly scope: "total" | "chat"; readonly ms: number }> {
  const until = sql`coalesce(ended_at + ${sql.lit(WINDOW_MS)}, started_at + ${sql.lit(LONGEST_CALL_MS)})`;
  const isOfChat = sql`chat = ${chat ?? null}::text`;
  return tables.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
    await sql`delete from call where ${until} <= ${now()}`.execute(transaction);
    const { rows } = await sql<Counted>`select count(*) as total, count(*) filter (where ${isOfChat}) as "ofChat",
      min(ended_at) + ${sql.lit(WINDOW_MS)} - ${now()} as "waitMs",
      min(ended_at) filter (where ${isOfChat}) + ${sql.lit(WINDOW_MS)} - ${now()} as "chatWaitMs"
      from call`.execute(transaction);
    const counted = rows[0];
    if (counted !== undefined && counted.total >= perSecond) return { scope: "total", ms: bounded(counted.waitMs) };
    if (counted !== undefined && chat !== undefined && counted.ofChat >= perChatPerSecond)
      return { scope: "chat", ms: bounded(counted.chatWaitMs) };
    const inserted = await sql<{ id: number }>`insert into call (chat, started_at)
      values (${chat ?? null}, ${now()}) returning id`.execute(transaction);
    return inserted.rows[0]?.id ?? 0;
  });
}

function bounded(ms: number | null): number {
  return Math.min(WINDOW_MS, Math.max(1, ms ?? LOOK_MS));
}

async function end(tables: Tables, now: () => RawBuilder<number>, id: number): Promise<void> {
  await sql`update call set ended_at = ${now()} where id = ${id}`.execute(tables);
}

function digestOf(chat: string): string {
  return createHash("sha256").update(chat).digest("base64url");
}
