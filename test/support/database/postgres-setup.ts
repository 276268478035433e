// Before all test files: databases of one PostgreSQL server for whoever asks.
import type { TestProject } from "vitest/node";
import { openDesk } from "../handout.ts";
import { createPostgresServer, type PostgresServer } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly postgresDesk: string;
  }
}

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | undefined;
  const desk = await openDesk(async () => {
    // Only when somebody asks: most test files need none, and making one takes more than a second.
    server ??= createPostgresServer();
    return (await server).freshDatabase();
  });
  provide("postgresDesk", desk.url);
  return async () => {
    desk.close();
    const started = await server?.catch(() => undefined);
    await started?.remove();
  };
}
