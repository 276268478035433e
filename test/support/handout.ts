// A server in the main process of vitest that hands out, to all test files, what is made once for them all.
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";

export interface Handout {
  readonly url: string;
  close(): void;
}

/** Each request is answered with a text that `hand` makes for it, or with the error as one. */
export async function openHandout(hand: () => Promise<string>): Promise<Handout> {
  const answer = async (response: ServerResponse) => {
    try {
      response.end(await hand());
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  };
  const handout = createServer((_request, response) => void answer(response)).listen(0, "127.0.0.1");
  await once(handout, "listening");
  const address = handout.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      handout.close();
      handout.closeAllConnections();
    },
  };
}

/** Rejects with what the handout says where it has nothing; `what` was asked for. */
export async function askHandout(url: string, what: string): Promise<string> {
  const response = await fetch(url, { method: "POST" });
  const text = await response.text();
  if (!response.ok) throw new Error(`No ${what} for this test: ${text}`);
  return text;
}
