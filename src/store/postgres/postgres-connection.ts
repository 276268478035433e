// Connections to PostgreSQL, none of which waits for ever.
import { Kysely, PostgresDialect } from "kysely";
import { Client, type ClientConfig, type PoolConfig, TypeOverrides } from "pg";
import { createPool } from "./postgres-pool.ts";
import { cannotUsePostgres, isPassingStart, placeOf } from "./postgres-trouble.ts";
import type { Schema, Tables } from "../tables/schema.ts";
import { sleep } from "../../runtime/sleep.ts";
import type { Log } from "../../runtime/log.ts";

/** One process needs few: what it does side by side waits for MAX, not for the database. */
const CONNECTIONS = 8;
const CONNECT_MS = 5_000;
/** Nothing here takes longer, unless somebody holds a lock or the network is gone. */
const STATEMENT_MS = 10_000;
const ANSWER_MS = 15_000;
/** Once the tables are large a step may take its time, and other processes wait for it. */
const MIGRATION_MS = 600_000;
/** A process that stands still in the middle of a transaction must not hold up the others. */
const IDLE_IN_TRANSACTION_MS = 10_000;
const KEEP_ALIVE_MS = 5_000;
/** The server lets go of the locks of a machine that went dark in a dozen seconds, not in its default two hours. */
const SERVER_KEEP_ALIVE =
  "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c tcp_user_timeout=11000";
/** At the start of a whole stack the database often comes last. */
const START_PATIENCE_MS = 60_000;
const LOOK_MS = 2_000;
/** The oid of int8: times and ids have 53 bits at most. */
const INT8 = 20;

export function connectTables(url: string, changes: PoolConfig = {}): Tables {
  const pool = createPool({ ...configOf(url), max: CONNECTIONS, ...changes });
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

/** For the steps that make the tables. */
export function connectForMigration(url: string): Tables {
  return connectTables(url, { statement_timeout: MIGRATION_MS, query_timeout: MIGRATION_MS });
}

/** In which every statement that would write is refused. Throws UsageError where the database cannot be reached. */
export async function openPostgresReadOnly(url: string): Promise<Tables> {
  await connectAlone(url)
    .then((client) => client.end())
    .catch((error: unknown) => {
      throw cannotUsePostgres(placeOf(url), error);
    });
  return connectTables(url, {
    options: `${SERVER_KEEP_ALIVE} -c default_transaction_read_only=on`,
  });
}

/** One connection beside the pool. */
export async function connectAlone(url: string): Promise<Client> {
  const client = new Client(configOf(url));
  // Whoever uses it sees the end of it.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

function configOf(url: string): ClientConfig {
  const types = new TypeOverrides();
  types.setTypeParser(INT8, Number);
  return {
    connectionString: url,
    types,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: ANSWER_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    options: SERVER_KEEP_ALIVE,
    application_name: "max-faq-bot",
  };
}

/** Throws UsageError after a minute, or at once where waiting does not help. */
export async function untilReachable(url: string, log?: Pick<Log, "warn">): Promise<void> {
  const place = placeOf(url);
  for (const startedAt = performance.now(); ;) {
    try {
      await (await connectAlone(url)).end();
      return;
    } catch (error) {
      const isLate = performance.now() - startedAt > START_PATIENCE_MS;
      const problem = cannotUsePostgres(place, error);
      if (isLate || !isPassingStart(error)) throw problem;
      log?.warn({}, `${problem.message}; trying again`);
      await sleep(LOOK_MS);
    }
  }
}
