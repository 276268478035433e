// The right to work on the database: one process at a time, which shows by a heartbeat that it is alive.
import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { OutsideError, UsageError } from "../../runtime/errors.ts";
import { steadyNow } from "../../runtime/steady-clock.ts";
import { cannotOpen } from "./database-file.ts";
import { reporting } from "../statements.ts";
import type { Tables } from "../tables/schema.ts";
import type { Log } from "../../runtime/log.ts";

export interface HoldOptions {
  readonly log: Pick<Log, "info" | "warn">;
  /** Ends the waiting for the lease; once held, it is kept until the database is closed. */
  readonly signal?: AbortSignal | undefined;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly now: () => number;
  /** A clock that nobody can set, in milliseconds. */
  readonly steadyNow?: () => number;
  /**
   * The database is not this process's any more: UsageError where another one has taken the lease, after this one gave no
   * sign of life for too long, OutsideError where the file is gone. Told within LOOK_MS.
   */
  readonly onLost?: (reason: UsageError | OutsideError) => void;
}

export interface Lease {
  /**
   * Resolves when the lease is held, and keeps it until the database is closed. Rejects with UsageError when
   * another process holds it and does not let go within 25 s, or the database fails, and with the reason of
   * `signal` when that comes first.
   */
  hold(options: HoldOptions): Promise<void>;
  /** Throws OutsideError where it was held, and may be another's by now, because it could not be renewed for so long. */
  check(): void;
}

const BEAT_MS = 5_000;
const EXPIRES_MS = 20_000;
/** One that is alive writes more often. */
const MISSED_MS = BEAT_MS + 2_000;
/** A call to MAX that has just begun needs some time before others begin the same. */
const LAPSE_MS = EXPIRES_MS - 3_000;
/** A process that ends may still be finishing its work, and one that was killed elsewhere has to expire. */
const PATIENCE_MS = 25_000;
const LOOK_MS = 1_000;

/** The owners within this process: its own process id does not say whether one of them still holds a lease. */
const heldHere = new Set<string>();

export function createLease(
  tables: Tables,
  path: string,
  mustBeThere: () => void,
): Lease & { readonly release: () => Promise<void> } {
  const owner = randomUUID();
  const row = createLeaseRow(tables, owner);
  const closing = new AbortController();
  let beating: Promise<void> | undefined;
  let lapsesInMs = () => Infinity;

  async function beat(options: HoldOptions): Promise<void> {
    const { steadyNow: at = steadyNow } = options;
    const renewed = (since: number) => (lapsesInMs = () => since + LAPSE_MS - at());
    const renew = async (now: number) => {
      const since = at();
      const isOurs = await row.renew(now);
      if (isOurs) renewed(since);
      return isOurs;
    };
    renewed(at());
    const held = { row: { ...row, renew }, path, mustBeThere };
    const reason = await untilLost(held, options, closing.signal);
    heldHere.delete(owner);
    if (reason === undefined) return;
    lapsesInMs = () => 0;
    options.onLost?.(reason);
  }

  return {
    hold: async (options) => {
      if (beating !== undefined) return;
      try {
        await acquire(row, path, options);
      } catch (error) {
        throw error instanceof OutsideError ? await cannotOpen(path, error.cause) : error;
      }
      heldHere.add(owner);
      beating = beat(options);
    },
    check: () => {
      if (lapsesInMs() > 0) return;
      throw new OutsideError("Calling MAX: another process may be using the database", {
        isRetryable: true,
      });
    },
    release: async () => {
      closing.abort();
      await beating;
      // What cannot be deleted expires.
      await row.release().catch(() => undefined);
    },
  };
}

async function acquire(row: LeaseRow, path: string, options: HoldOptions): Promise<void> {
  const { log, signal, sleep, now } = options;
  let seen: Holder | undefined;
  let unchangedMs = 0;
  // The time is counted by the waits: the clock may be set while they last.
  for (let waitedMs = 0; ; waitedMs += LOOK_MS) {
    signal?.throwIfAborted();
    const holder = await row.read();
    const isSame = holder?.owner === seen?.owner && holder?.beatAt === seen?.beatAt;
    unchangedMs = isSame ? unchangedMs + LOOK_MS : 0;
    seen = holder;
    if (isFree(holder, now(), unchangedMs) && (await row.take(holder, now()))) {
      if (holder !== undefined) log.info(fieldsOf(holder), "Took the database over");
      return;
    }
    if (holder !== undefined && waitedMs >= PATIENCE_MS) throw inUse(path, holder);
    if (holder !== undefined && waitedMs === 0)
      log.warn(fieldsOf(holder), "The database is in use; waiting for the other process to let go");
    await sleep(LOOK_MS, signal);
  }
}

function isFree(holder: Holder | undefined, at: number, unchangedMs: number): boolean {
  if (holder === undefined) return true;
  if (unchangedMs >= EXPIRES_MS) return true;
  // One of the clocks may have been set since.
  if (at - holder.beatAt >= EXPIRES_MS && unchangedMs > MISSED_MS) return true;
  return holder.host === hostname() && !isRunning(holder);
}

function isRunning({ pid, owner }: Holder): boolean {
  // A process in a container often gets the number of the one before it.
  if (pid === process.pid) return heldHere.has(owner);
  try {
    return process.kill(pid, 0) && !isZombie(pid);
  } catch (error) {
    // Not allowed to signal it: it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Whether a process has ended and only waits for its parent to notice, as after `kill -9` under a parent that never
 * looks. Told by Linux alone; elsewhere the lease has to expire.
 */
export function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program stands in brackets before the state, and may hold brackets itself.
    return stat.slice(stat.lastIndexOf(")")).startsWith(") Z");
  } catch {
    return false;
  }
}

interface Held {
  readonly row: LeaseRow;
  readonly path: string;
  /** Throws OutsideError. */
  readonly mustBeThere: () => void;
}

/** Keeps the lease. Resolves with nothing when the database is closed, or with the reason as soon as it is lost. */
async function untilLost(
  { row, path, mustBeThere }: Held,
  { log, sleep, now }: HoldOptions,
  closing: AbortSignal,
): Promise<UsageError | OutsideError | undefined> {
  for (let heldMs = LOOK_MS; ; heldMs += LOOK_MS) {
    await sleep(LOOK_MS, closing);
    if (closing.aborted) return undefined;
    try {
      mustBeThere();
    } catch (error) {
      if (error instanceof OutsideError) return error;
      // What cannot be looked at may be there all the same.
    }
    if (heldMs % BEAT_MS !== 0) continue;
    try {
      if (!(await row.renew(now()))) return lost(path);
    } catch (error) {
      log.warn({ err: error }, "The lease of the database cannot be renewed; trying again");
    }
  }
}

function inUse(path: string, holder: Holder): UsageError {
  return new UsageError(
    `Opening the database "${path}": another process is using it (process ${holder.pid} on "${holder.host}", since ${wordTime(holder.since)})`,
    "Stop that process, or set DATABASE_URL to another file: two bots on one would answer everything twice",
  );
}

function lost(path: string): UsageError {
  return new UsageError(
    `Using the database "${path}": another process has taken it over`,
    "Run one bot on one database; this one gave no sign of life for 20 s, or its lease was deleted",
  );
}

function fieldsOf({ pid, host, since }: Holder) {
  return { pid, host, since: wordTime(since) };
}

function wordTime(at: number): string {
  return new Date(at).toISOString();
}

/** The row of the database that says which process works with it. */
interface Holder {
  /** Another one for every opening of the database. */
  readonly owner: string;
  readonly pid: number;
  readonly host: string;
  /** Unix time in milliseconds, like the next. */
  readonly since: number;
  readonly beatAt: number;
}

type LeaseRow = ReturnType<typeof createLeaseRow>;

/** Each change is one statement, so that of two processes at the same moment one succeeds. */
function createLeaseRow(tables: Tables, owner: string) {
  return {
    read: (): Promise<Holder | undefined> =>
      reporting("Reading the lease", () =>
        tables.selectFrom("lease").select(["owner", "pid", "host", "since", "beat_at as beatAt"]).executeTakeFirst(),
      ),
    /** Writes this process into the row; false when somebody else changed it since `seen` was read. */
    take: (seen: Holder | undefined, at: number) => reporting("Taking the lease", () => take(tables, owner, seen, at)),
    /** Says that the owner is alive; false when the row is no longer its own. */
    renew: (at: number) =>
      reporting("Renewing the lease", async () => {
        const renewed = tables.updateTable("lease").set({ beat_at: at });
        const own = renewed.where("owner", "=", owner).returning("owner");
        return (await own.execute()).length === 1;
      }),
    release: () =>
      reporting("Releasing the lease", async () => {
        await tables.deleteFrom("lease").where("owner", "=", owner).execute();
      }),
  };
}

async function take(tables: Tables, owner: string, seen: Holder | undefined, at: number): Promise<boolean> {
  const row = { owner, pid: process.pid, host: hostname(), since: at, beat_at: at };
  if (seen === undefined) {
    const inserted = tables.insertInto("lease").values({ id: 1, ...row });
    const ignoring = inserted.onConflict((conflict) => conflict.doNothing());
    return (await ignoring.returning("owner").execute()).length === 1;
  }
  const updated = tables.updateTable("lease").set(row).where("owner", "=", seen.owner);
  const unchanged = updated.where("beat_at", "=", seen.beatAt);
  return (await unchanged.returning("owner").execute()).length === 1;
}
