// Connections to PostgreSQL that are lent out, and thrown away once there is doubt about one.
import { setTimeout } from "node:timers/promises";
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import { DatabaseError, Pool, type PoolClient, type PoolConfig } from "pg";

/** A connection whose other end is gone may never say that it has ended. */
const END_MS = 3_000;

export function createPool(config: PoolConfig): PostgresPool {
  const pool = new Pool(config);
  // A server that restarts ends idle connections; whoever needs one gets a new one.
  pool.on("error", () => undefined);
  // Of one that is lent out the pool tells nobody, and Node would end the process. Who works with it is told by a
  // statement, the one that waits or the next.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return {
    connect: async () => lend(await pool.connect()),
    end: () => Promise.race([pool.end(), setTimeout(END_MS, undefined, { ref: false })]),
  };
}

/**
 * Given back is only what answered every statement. pg keeps a connection in the pool whose answer did not come in time:
 * the next one to use it would wait behind that statement, or stand in the middle of a transaction that nobody ends.
 */
function lend(client: PoolClient): PostgresPoolClient {
  let isBroken = false;

  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query<R>(
    text: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== "string") throw new Error("Cursors are not made here");
    return run<R>(text, values);
  }

  async function run<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    // The transaction goes with the connection; to fail here would hide why.
    if (isBroken && text === "rollback") return { command: "SELECT", rowCount: 0, rows: [] };
    try {
      const result = await client.query(text, values.map(withoutNul));
      const { rows, rowCount } = result;
      return { command: commandOf(result.command), rowCount: rowCount ?? 0, rows };
    } catch (error) {
      isBroken ||= !isAnswer(error);
      throw error;
    }
  }

  return { query, release: () => client.release(isBroken) };
}

/**
 * The server refused the statement and works on. What it says when it goes is of the classes 08 and 57P; one that can only
 * be read (25006) became a standby, and a new connection may lead to the server that took over.
 */
function isAnswer(error: unknown): boolean {
  return error instanceof DatabaseError && !/^(?:08|57P|25006)/u.test(error.code ?? "");
}

/** The one character that PostgreSQL cannot keep in a text; people paste it, and a statement with it fails for ever. */
function withoutNul(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value;
}

const COMMANDS = ["INSERT", "UPDATE", "DELETE", "MERGE"] as const;

function commandOf(command: string): PostgresQueryResult<unknown>["command"] {
  return COMMANDS.find((known) => known === command) ?? "SELECT";
}
