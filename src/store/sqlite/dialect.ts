// SQLite behind kysely: one connection, which waits for other writers without holding up the program, and which is
// replaced after a failure.
import {
  CompiledQuery,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { DatabaseFile } from "./database-file.ts";

interface SqliteOptions {
  /** The connection to begin with. */
  readonly file: DatabaseFile;
  /** Another connection to the same file, made ready in the same way. Throws where the file is gone. */
  readonly reopen: () => DatabaseFile;
  /** Throws where the file is no longer the one at its path: nothing that matters may be written into it. */
  readonly mustBeThere?: () => void;
  readonly sleep: (ms: number) => Promise<void>;
  /** How long another writer is waited for in all, in milliseconds. */
  readonly patienceMs?: number;
}

/** Others hold the lock for one transaction; a copy that somebody makes of the file takes longer. */
const PATIENCE_MS = 5_000;
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 100;
/** More would be statements of varying length, lists of lanes above all. */
const MOST_STATEMENTS = 200;

type Statement = ReturnType<DatabaseFile["prepare"]>;

export function createSqliteDialect(options: SqliteOptions): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => createDriver(options),
    createIntrospector: (tables) => new SqliteIntrospector(tables),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function createDriver(options: SqliteOptions): Driver {
  const { file, reopen, mustBeThere, sleep, patienceMs = PATIENCE_MS } = options;
  let open: DatabaseFile | undefined = file;
  /** Statements are prepared once: kysely asks for a new one each time, and preparing costs a quarter of running. */
  const prepared = new Map<string, Statement>();
  let isInTransaction = false;
  const driver = new SqliteDriver({ database: { prepare: statementOf, close: discard } });

  function statementOf(text: string): Statement {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    // On another connection it would be written without what came before it.
    if (open === undefined && isInTransaction)
      throw new Error("The transaction was lost with the statement of it that failed");
    open ??= reopen();
    const statement = open.prepare(text);
    if (prepared.size >= MOST_STATEMENTS) prepared.clear();
    prepared.set(text, statement);
    return statement;
  }

  /**
   * libsql does not reset a statement that failed. While it is there it holds on to the version of the database that it
   * saw, and nothing can be written any more; only another connection is free of it. The old one is not gone before its
   * statements are collected, so what it had begun is taken back first, or its lock would stay as long.
   */
  function discard(): void {
    const old = open;
    open = undefined;
    prepared.clear();
    try {
      if (old?.inTransaction === true) old.exec("rollback");
    } finally {
      old?.close();
    }
  }

  /** Only what stands alone or begins a transaction may wait: the rest of a transaction has lost its beginning. */
  async function patiently<R>(run: () => Promise<R>): Promise<R> {
    let waitedMs = 0;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        return await run();
      } catch (error) {
        discard();
        if (isInTransaction || !isBusy(error) || waitedMs >= patienceMs) throw error;
        await sleep(pauseMs);
        waitedMs += pauseMs;
      }
    }
  }

  return {
    init: () => driver.init(),
    acquireConnection: async () => {
      const connection = await driver.acquireConnection();
      return {
        executeQuery: (query) => patiently(() => connection.executeQuery(query)),
        streamQuery: (query, size) => connection.streamQuery(query, size),
      };
    },
    // Waits for the other writer at once, and not at the first statement that writes, when it would be too late.
    beginTransaction: async (connection) => {
      mustBeThere?.();
      await connection.executeQuery(CompiledQuery.raw("begin immediate"));
      isInTransaction = true;
    },
    commitTransaction: async (connection) => {
      await driver.commitTransaction(connection);
      isInTransaction = false;
    },
    rollbackTransaction: async (connection) => {
      isInTransaction = false;
      // SQLite ends a transaction itself when the disk is full, and a failure has ended the connection.
      if (open?.inTransaction === true) await driver.rollbackTransaction(connection);
    },
    releaseConnection: () => driver.releaseConnection(),
    destroy: () => driver.destroy(),
  };
}

/** SQLITE_BUSY and its kinds: somebody else writes. */
function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("SQLITE_BUSY")
  );
}
