// The row of the database that says which process works with it.
import { hostname } from "node:os";
import { reporting } from "../reporting.ts";
import type { Tables } from "../tables/schema.ts";

export interface Holder {
  /** Another one for every opening of the database. */
  readonly owner: string;
  readonly pid: number;
  readonly host: string;
  /** Unix time in milliseconds, like the next. */
  readonly since: number;
  readonly beatAt: number;
}

export interface LeaseRow {
  read(): Promise<Holder | undefined>;
  /** Writes this process into the row; false when somebody else changed it since `seen` was read. */
  take(seen: Holder | undefined, at: number): Promise<boolean>;
  /** Says that the owner is alive; false when the row is no longer its own. */
  renew(at: number): Promise<boolean>;
  release(): Promise<void>;
}

/** Each change is one statement, so that of two processes at the same moment one succeeds. */
export function createLeaseRow(tables: Tables, owner: string): LeaseRow {
  return {
    read: () => reporting("Reading the lease", () => read(tables)),
    take: (seen, at) => reporting("Taking the lease", () => take(tables, owner, seen, at)),
    renew: (at) => reporting("Renewing the lease", () => renew(tables, owner, at)),
    release: () =>
      reporting("Releasing the lease", async () => {
        await tables.deleteFrom("lease").where("owner", "=", owner).execute();
      }),
  };
}

function read(tables: Tables): Promise<Holder | undefined> {
  return tables
    .selectFrom("lease")
    .select(["owner", "pid", "host", "since", "beat_at as beatAt"])
    .executeTakeFirst();
}

async function take(
  tables: Tables,
  owner: string,
  seen: Holder | undefined,
  at: number,
): Promise<boolean> {
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

async function renew(tables: Tables, owner: string, at: number): Promise<boolean> {
  const renewed = tables.updateTable("lease").set({ beat_at: at }).where("owner", "=", owner);
  return (await renewed.returning("owner").execute()).length === 1;
}
