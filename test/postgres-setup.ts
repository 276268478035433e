// Before all test files: a desk in the main process of vitest that hands out databases of one PostgreSQL server to them all.
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { TestProject } from "vitest/node";
import { createPostgresServer, type PostgresServer } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly postgresDesk: string;
  }
}

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | undefined;
  const hand = async (response: ServerResponse) => {
    // Only when somebody asks: most test files need none, and making one takes more than a second.
    server ??= createPostgresServer();
    try {
      response.end(JSON.stringify({ url: await (await server).freshDatabase() }));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  };
  const desk = createServer((_request, response) => void hand(response)).listen(0, "127.0.0.1");
  await once(desk, "listening");
  const address = desk.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  provide("postgresDesk", `http://127.0.0.1:${address.port}`);
  return async () => {
    desk.close();
    desk.closeAllConnections();
    const started = await server?.catch(() => undefined);
    await started?.remove();
  };
}
