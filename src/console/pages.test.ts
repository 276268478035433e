import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addPages } from "./pages.ts";

const INDEX = `<!doctype html>${"<p>Пульт</p>".repeat(50)}`;
let root = "";
let folder = "";
let app: FastifyInstance;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "pages-"));
  folder = join(root, "page");
  await mkdir(join(folder, "assets"), { recursive: true });
  await mkdir(join(folder, "console"));
  await writeFile(join(root, "secret.js"), "secret");
  await writeFile(join(folder, "console/index.html"), INDEX);
  await mkdir(join(folder, "chat"));
  await writeFile(join(folder, "chat/index.html"), "the page of the preview");
  await writeFile(join(folder, "assets/main-abc.js"), "main()");
  await writeFile(join(folder, "notes.txt"), "not served");
});
afterEach(async () => {
  await app.close();
  await rm(root, { recursive: true });
});

function open(isAtRoot = true): void {
  app = Fastify();
  addPages(app, { isAtRoot, folder });
}

async function get(url: string, headers: Readonly<Record<string, string>> = {}) {
  return app.inject({ url, headers });
}

test.each(["/", "/console/", "/console/index.html"])("the page is at %s, always asked for anew", async (url) => {
  open();
  const response = await get(url);
  expect(response.body).toBe(INDEX);
  expect(response.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    "x-frame-options": "DENY",
  });
  const policy = String(response.headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'; script-src 'self'");
  expect(policy).not.toContain("unsafe");
});

test("where the chat page is at the root, the console is not", async () => {
  open(false);
  expect((await get("/")).statusCode).toBe(404);
  expect((await get("/console")).headers["location"]).toBe("/console/");
});

test("a file with a name of its own is kept by browsers for ever, and known again", async () => {
  open();
  const { headers, body } = await get("/console/assets/main-abc.js");
  expect(body).toBe("main()");
  expect(headers["cache-control"]).toContain("immutable");
  const again = await get("/console/", {
    "if-none-match": String((await get("/")).headers["etag"]),
  });
  expect(again.statusCode).toBe(304);
  expect(again.body).toBe("");
});

test("whoever takes it compressed gets it so", async () => {
  open();
  const { headers, rawPayload } = await get("/", { "accept-encoding": "br, gzip" });
  expect(headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
  expect(gunzipSync(rawPayload).toString()).toBe(INDEX);
  expect(rawPayload.length).toBeLessThan(INDEX.length / 2);
});

test.each([
  "/console/nothing.js",
  "/console/notes.txt",
  "/console/console/index.html",
  "/console/chat/index.html",
  "/console/assets",
  "/console/assets/",
  "/console/../secret.js",
  "/console/..%2fsecret.js",
  "/console/%2e%2e/secret.js",
  "/console/assets/../../../secret.js",
  "/console/__proto__",
  "/console/constructor",
])("%s is no file of the page", async (url) => {
  open();
  expect((await get(url)).statusCode).toBe(404);
});

test("not built: the page says what to do, and is there as soon as it was done", async () => {
  await rm(folder, { recursive: true });
  open();
  const response = await get("/");
  expect(response.statusCode).toBe(503);
  expect(response.body).toContain("npm run build");
  expect(response.headers["content-security-policy"]).toContain("default-src 'none'");
  await mkdir(join(folder, "console"), { recursive: true });
  await writeFile(join(folder, "console/index.html"), INDEX);
  expect((await get("/")).body).toBe(INDEX);
});

test("built anew: the new one is served", async () => {
  open();
  await get("/");
  await writeFile(join(folder, "console/index.html"), "new");
  const later = new Date(Date.now() + 5_000);
  await utimes(join(folder, "console/index.html"), later, later);
  expect((await get("/")).body).toBe("new");
});

test.each([
  { given: undefined, is: undefined },
  { given: "gzip", is: "gzip" },
  { given: "br, GZIP;q=0.5", is: "gzip" },
  { given: "*", is: "gzip" },
  { given: "gzip;q=0", is: undefined },
  { given: "gzip ; Q=0.000", is: undefined },
  { given: "identity, *;q=0", is: undefined },
  { given: "gzip;q=0, *", is: undefined },
  { given: "gzip, *;q=0", is: "gzip" },
  { given: "not-gzip", is: undefined },
  { given: "gzip;q=maybe", is: undefined },
])("for $given the page is packed as $is", async ({ given, is }) => {
  open();
  const { headers } = await get("/", given === undefined ? {} : { "accept-encoding": given });
  expect(headers["content-encoding"]).toBe(is);
});
