// A server for tests that speaks HTTP like MAX, and answers what the test says.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

export type Answer = (response: ServerResponse) => void;

export interface FakeMax extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** The answers to come, first to last; without one left, the last is repeated. */
  answer(...answers: readonly Answer[]): void;
}

export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
}

export function html(status: number): Answer {
  return (response) => {
    response.writeHead(status, { "content-type": "text/html" });
    response.end("<html><body>nginx</body></html>");
  };
}

/** The connection breaks in the middle of the body. */
export const cut: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"updates":[');
  setTimeout(() => response.destroy(), 5);
};

/** The connection stays open and nothing comes. */
export const hang: Answer = () => undefined;

/** The headers come, and then nothing. */
export const hangInBody: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write("{");
};

export async function startFakeMax(): Promise<FakeMax> {
  const requests: SeenRequest[] = [];
  let answers: readonly Answer[] = [json({ success: true })];
  const server = createServer((request, response) => {
    void serve(request, response);
  });
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests.push(await readRequest(request));
    const [first, ...rest] = answers;
    if (rest.length > 0) answers = rest;
    first?.(response);
  }

  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/api`,
    requests,
    answer: (...next) => {
      answers = next;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}

async function readRequest(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  const url = new URL(request.url ?? "", "http://fake");
  return {
    method: request.method ?? "",
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    authorization: request.headers.authorization,
    body: text === "" ? undefined : JSON.parse(text),
  };
}
