// Connections to PostgreSQL, none of which waits for ever.
import { setTimeout } from "node:timers/promises";
import { Kysely, PostgresDialect } from "kysely";
import { Client, type ClientConfig, Pool, TypeOverrides } from "pg";
import { cannotUsePostgres, isPassingStart, placeOf } from "./postgres-trouble.ts";
import type { Schema, Tables } from "./schema.ts";

/** One process needs few: what it does side by side waits for MAX, not for the database. */
const CONNECTIONS = 8;
const CONNECT_MS = 5_000;
/** Nothing here takes longer, unless somebody holds a lock or the network is gone. */
const STATEMENT_MS = 10_000;
const ANSWER_MS = 15_000;
/** At the start of a whole stack the database often comes last. */
const START_PATIENCE_MS = 60_000;
const LOOK_MS = 1_000;
/** The oid of int8: times and ids have 53 bits at most. */
const INT8 = 20;

export function connectTables(url: string, changes: Partial<ClientConfig> = {}): Tables {
  const pool = new Pool({ ...configOf(url), ...changes, max: CONNECTIONS });
  // A server that restarts ends idle connections; whoever needs one gets a new one.
  pool.on("error", () => undefined);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

/** In which every statement that would write is refused. Throws UsageError where the database cannot be reached. */
export async function openPostgresReadOnly(url: string): Promise<Tables> {
  await connectAlone(url)
    .then((client) => client.end())
    .catch((error: unknown) => {
      throw cannotUsePostgres(placeOf(url), error);
    });
  return connectTables(url, { options: "-c default_transaction_read_only=on" });
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
    keepAlive: true,
    application_name: "max-faq-bot",
  };
}

/** Throws UsageError after a minute, or at once where waiting does not help. */
export async function untilReachable(url: string): Promise<void> {
  const config = configOf(url);
  const place = placeOf(url);
  for (const startedAt = performance.now(); ;) {
    const client = new Client(config);
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const isLate = performance.now() - startedAt > START_PATIENCE_MS;
      if (isLate || !isPassingStart(error)) throw cannotUsePostgres(place, error);
      await sleep(LOOK_MS);
    }
  }
}

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const options = signal === undefined ? {} : { signal };
  await setTimeout(ms, undefined, options).catch(() => undefined);
}
