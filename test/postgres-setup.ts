// Starts a PostgreSQL for a run of vitest as soon as a test file wants one, and removes it when the run ends.
import { existsSync } from "node:fs";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { TestProject } from "vitest/node";
import { PORT, type PostgresServer, startPostgres, WANTED } from "./postgres.ts";

declare module "vitest" {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- vitest merges an interface
  export interface ProvidedContext {
    postgresFolder: string;
  }
}

const LOOK_MS = 50;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "vitest-postgres-"));
  project.provide("postgresFolder", folder);
  const ending = new AbortController();
  const serving = serveWhenWanted(folder, ending.signal);
  return async () => {
    ending.abort();
    await (await serving)?.remove();
    await rm(folder, { recursive: true, force: true });
  };
}

async function serveWhenWanted(
  folder: string,
  signal: AbortSignal,
): Promise<PostgresServer | undefined> {
  while (!existsSync(join(folder, WANTED))) {
    if (signal.aborted) return undefined;
    await setTimeout(LOOK_MS, undefined, { ref: false });
  }
  try {
    const server = await startPostgres();
    await answer(folder, `${server.port}`);
    return server;
  } catch (error) {
    await answer(folder, String(error));
    return undefined;
  }
}

/** Renamed into place, so that nobody reads half of it. */
async function answer(folder: string, text: string): Promise<void> {
  await writeFile(join(folder, `${PORT}.new`), text);
  await rename(join(folder, `${PORT}.new`), join(folder, PORT));
}
