// Before all test files: databases of one PostgreSQL server for the tests that ask.
import type { TestProject } from "vitest/node";
import { openHandout } from "../handout.ts";
import { createPostgresServer, type PostgresServer } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly postgresHandout: string;
  }
}

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | undefined;
  const handout = await openHandout(async () => {
    // Only when somebody asks: most test files need none, and making one takes more than a second.
    server ??= createPostgresServer();
    return (await server).freshDatabase();
  });
  provide("postgresHandout", handout.url);
  return async () => {
    handout.close();
    const started = await server?.catch(() => undefined);
    await started?.remove();
  };
}
