// A real PostgreSQL for tests. What to use:
//
// - `await freshDatabase()`: the address of an empty database on the one server of this test run. The server is started
//   when the first test asks (1–2 s) and removed when the run ends. For tests that leave the server alone.
// - `await startPostgres()`: a server of one's own, to `stop()`, `start()` and `kill()` (-9) while something works with it;
//   its `freshDatabase()` makes databases there. A test that starts one has to `remove()` it.
// - `await withClient(url, (client) => client.query("…"))`: statements beside the program.
// - `describe.skipIf(withoutPostgres !== undefined)(`on PostgreSQL${skipReason}`, …)`: where PostgreSQL does not run on the
//   machine the tests are skipped and their name says why; with CI=true the file fails instead.
// - Both databases in one file: `describe.each(DATABASES)` of `test/support/database/databases.ts`.
import { inject } from "vitest";
import { askHandout } from "../handout.ts";
import { createPostgresServer, type PostgresServer, type ServerOptions, whyNoPostgres } from "./postgres-server.ts";

export { type PostgresServer, withClient } from "./postgres-server.ts";

/** Why there is no PostgreSQL here; undefined where there is one. */
export const withoutPostgres = await whyNoPostgres();

if (withoutPostgres !== undefined && process.env["CI"] === "true")
  throw new Error(`PostgreSQL does not run here: ${withoutPostgres}`);

/** For the name of what is skipped. */
export const skipReason = withoutPostgres === undefined ? "" : ` (skipped: ${withoutPostgres})`;

export function startPostgres(options?: ServerOptions): Promise<PostgresServer> {
  return createPostgresServer(options);
}

export function freshDatabase(): Promise<string> {
  return askHandout(inject("postgresHandout"), "PostgreSQL");
}
