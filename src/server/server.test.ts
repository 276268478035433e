import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { STRICT_HEADERS } from "./headers.ts";
import { createServer, type Server } from "./server.ts";

let server: Server;
let port = 0;

beforeEach(async () => {
  server = createServer();
  server.app.get("/boom", () => {
    throw new Error("the password is 123");
  });
  await server.listen("127.0.0.1", 0);
  const address = server.app.server.address();
  port = typeof address === "object" ? (address?.port ?? 0) : 0;
});
afterEach(() => server.close());

test.each([["/nothing-here"], ["/boom"]])(
  "the answer to %s has the strict headers",
  async (path) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    for (const [name, value] of Object.entries(STRICT_HEADERS))
      expect(response.headers.get(name)).toBe(value);
    expect(response.headers.get("server")).toBeNull();
    expect(response.headers.get("x-powered-by")).toBeNull();
  },
);

test("an error of the program is not told to strangers", async () => {
  const response = await fetch(`http://127.0.0.1:${port}/boom`);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("123");
});

test("what is no HTTP gets an answer and does no harm", async () => {
  const socket = connect(port, "127.0.0.1");
  socket.write("\u0016\u0003\u0001 rubbish\r\n\r\n");
  const answer = await new Promise<string>((resolve) => {
    socket.once("data", (chunk: Buffer) => resolve(chunk.toString()));
  });
  expect(answer).toContain("400");
  socket.destroy();
  expect((await fetch(`http://127.0.0.1:${port}/nothing-here`)).status).toBe(404);
});
