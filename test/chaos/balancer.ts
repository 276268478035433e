// What stands in front of several processes: a delivery goes to one that takes it, to the next one where nobody listens.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

export interface Balancer {
  readonly url: string;
  close(): Promise<void>;
}

export async function startBalancer(ports: readonly number[], path: string): Promise<Balancer> {
  let turn = 0;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const headers = {
      "content-type": "application/json",
      "x-max-bot-api-secret": request.headers["x-max-bot-api-secret"]?.toString() ?? "",
    };
    turn += 1;
    for (let attempt = 0; attempt < ports.length; attempt += 1) {
      const port = ports[(turn + attempt) % ports.length];
      const url = `http://127.0.0.1:${port}${request.url ?? path}`;
      const answer = await fetch(url, { method: "POST", headers, body }).catch(() => undefined);
      if (answer === undefined) continue;
      await answer.arrayBuffer();
      response.writeHead(answer.status).end();
      return;
    }
    response.writeHead(502).end();
  }

  const server = createServer((request, response) => {
    void pass(request, response).catch(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await new Promise((settle) => server.once("listening", settle));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((settle) => server.close(settle));
    },
  };
}
