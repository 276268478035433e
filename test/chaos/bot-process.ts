// A process of the bot that can be killed, frozen and started again, and what it said.
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { LOOP_WATCH } from "./loop-watch.ts";

export interface BotProcess {
  readonly port: number;
  start(settings?: Readonly<Record<string, string>>, how?: HowToStart): void;
  /** As `kill -9` does. */
  kill(): Promise<void>;
  /** As a service manager does: the process finishes what it is doing. */
  terminate(): Promise<void>;
  /** It stands still, as a virtual machine that is moved does, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** With what code it has ended by itself; undefined while it runs, or when it was killed. */
  exitCode(): number | undefined;
  /** The status of a probe; undefined where nobody answers. */
  probe(path: "/healthz" | "/readyz"): Promise<number | undefined>;
  isLeader(): Promise<boolean>;
  longestBlockMs(): number;
  output(): string;
}

export interface HowToStart {
  readonly nodeOptions?: readonly string[];
  /** No file of the process may grow beyond so many blocks of 512 bytes, as when the disk is full. */
  readonly fileBlocks?: number;
}

const ANSWER_MS = 5_000;

export function createBotProcess(main: string, port: number, base: Readonly<Record<string, string>>): BotProcess {
  let child: ChildProcess | undefined;
  let output = "";
  let longestBlockMs = 0;

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const exit = new Promise((settle) => ending.once("exit", settle));
    ending.kill(signal);
    await exit;
  }

  async function ask(path: string): Promise<{ status: number; text: string } | undefined> {
    const signal = AbortSignal.timeout(ANSWER_MS);
    try {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal });
      return { status: response.status, text: await response.text() };
    } catch {
      return undefined;
    }
  }

  return {
    port,
    start: (settings = {}, { nodeOptions = [], fileBlocks } = {}) => {
      const { PATH = "", HOME = "" } = process.env;
      const limit = fileBlocks === undefined ? "" : `ulimit -S -f ${fileBlocks} && `;
      const command = [process.execPath, ...LOOP_WATCH, ...nodeOptions, main];
      const started = spawn("sh", ["-c", `${limit}exec "$0" "$@"`, ...command], {
        env: { PATH, HOME, PORT: `${port}`, LOG_LEVEL: "warn", ...base, ...settings },
        stdio: ["ignore", "pipe", "pipe", "ipc"],
      });
      const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000));
      started.stdout?.on("data", keep);
      started.stderr?.on("data", keep);
      started.on("message", (ms) => (longestBlockMs = Math.max(longestBlockMs, Number(ms))));
      child = started;
    },
    kill: () => end("SIGKILL"),
    terminate: () => end("SIGTERM"),
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
    exitCode: () => child?.exitCode ?? undefined,
    probe: async (path) => (await ask(path))?.status,
    isLeader: async () => (await ask("/metrics"))?.text.includes("leader 1\n") === true,
    longestBlockMs: () => longestBlockMs,
    output: () => output,
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((settle) => server.once("listening", settle));
  const address = server.address();
  await new Promise((settle) => server.close(settle));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
