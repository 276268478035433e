// A port of this machine for a server whose address has to be known before it listens.
import { createServer } from "node:net";

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((settle) => server.once("listening", settle));
  const address = server.address();
  await new Promise((settle) => server.close(settle));
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
