import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { LocalUser } from "../src/preview/people/local-user.ts";
import type { Preview } from "../src/preview/preview.ts";
import { freePort } from "./support/free-port.ts";
import { compiledMain } from "./support/program/compiled.ts";
import { SCHOOL, startMax } from "./support/program/start-bot.ts";
import { until } from "./support/until.ts";

// The process and whoever it speaks to: MAX, and nobody else.

const ROOT = resolve(import.meta.dirname, "..");
const TOKEN = "token-of-the-hosts";

/** Notes each connection the process opens and each name it looks up, before it is done. */
const EAVESDROP = `data:text/javascript,${encodeURIComponent(`
  import dns from "node:dns";
  import net from "node:net";
  import { appendFileSync } from "node:fs";
  const note = (line) => appendFileSync(process.env.HOSTS_FILE, line + "\\n");
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function (...args) {
    const [options] = Array.isArray(args[0]) ? args[0] : args;
    note(options.host + ":" + options.port);
    return connect.apply(this, args);
  };
  for (const name of ["lookup", "resolve", "resolve4", "resolve6", "resolveSrv", "resolveTxt"]) {
    const original = dns[name];
    dns[name] = (host, ...rest) => { if (net.isIP(host) === 0) note("name " + host); return original(host, ...rest); };
  }
`)}`;

let main: string;
let max: Preview;
let bot: ChildProcess;
let hostsFile = "";

beforeAll(async () => {
  main = await compiledMain();
});
beforeEach(async () => {
  max = await startMax(TOKEN, { limits: false });
});
afterEach(async () => {
  bot.kill("SIGKILL");
  await max.close();
});

function start(settings: Readonly<Record<string, string>>): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), "hosts-"));
  hostsFile = join(folder, "hosts");
  const { PATH = "", HOME = "" } = process.env;
  bot = spawn(process.execPath, ["--import", EAVESDROP, main], {
    cwd: ROOT,
    env: {
      PATH,
      HOME,
      HOSTS_FILE: hostsFile,
      MAX_BOT_TOKEN: TOKEN,
      MAX_API_URL: apiUrl(),
      DATABASE_URL: `file:${join(folder, "bot.db")}`,
      FAQ_FILE: SCHOOL,
      LOG_LEVEL: "error",
      ...settings,
    },
    stdio: "ignore",
  });
  return new Promise((settle) => bot.once("exit", settle));
}

/** By name, so that looking it up is seen. */
const apiUrl = () => max.apiUrl.replace("127.0.0.1", "localhost");
const replies = (user: LocalUser) => user.messages.filter(({ isFromBot }) => isFromBot);

test.each([{ transport: "polling" }, { transport: "webhook" }])(
  "by $transport nothing but MAX is spoken to, from the start to the stop",
  async ({ transport }) => {
    const port = `${await freePort()}`;
    const exit = start({
      PORT: port,
      TRANSPORT: transport,
      WEBHOOK_URL: `http://127.0.0.1:${port}/hook`,
      WEBHOOK_SECRET: "s3cret-of-the-hosts",
    });
    const user = max.max.user();
    user.say("зачем нам этот макс");
    await until(() => replies(user).length === 1);
    user.tap(replies(user)[0]?.mid ?? "", "👍");
    user.tap(replies(user)[0]?.mid ?? "", "К разделу");
    user.say("какая завтра погода в москве");
    user.say("/poster");
    await until(() => replies(user).length === 5);
    await fetch(`http://127.0.0.1:${port}/metrics`);
    bot.kill("SIGTERM");
    expect(await exit).toBe(0);
    const spokenTo = new Set(readFileSync(hostsFile, "utf8").trimEnd().split("\n"));
    expect([...spokenTo].toSorted()).toEqual([new URL(apiUrl()).host, "name localhost"]);
  },
);
