// A process of the bot that can be killed and started again, and what it said.
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";

export interface BotProcess {
  readonly port: number;
  start(settings?: Readonly<Record<string, string>>, nodeOptions?: readonly string[]): void;
  /** As `kill -9` does. */
  kill(): Promise<void>;
  /** As a service manager does: the process finishes what it is doing. */
  terminate(): Promise<void>;
  readonly output: () => string;
}

export function createBotProcess(
  main: string,
  port: number,
  base: Readonly<Record<string, string>>,
): BotProcess {
  let child: ChildProcess | undefined;
  let output = "";

  async function end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const exit = new Promise((settle) => ending.once("exit", settle));
    ending.kill(signal);
    await exit;
  }

  return {
    port,
    start: (settings = {}, nodeOptions = []) => {
      const { PATH = "", HOME = "" } = process.env;
      const started = spawn(process.execPath, [...nodeOptions, main], {
        env: { PATH, HOME, PORT: `${port}`, LOG_LEVEL: "warn", ...base, ...settings },
        stdio: ["ignore", "pipe", "pipe"],
      });
      const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000));
      started.stdout.on("data", keep);
      started.stderr.on("data", keep);
      child = started;
    },
    kill: () => end("SIGKILL"),
    terminate: () => end("SIGTERM"),
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
