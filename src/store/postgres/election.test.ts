import { spawn } from "node:child_process";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { freshDatabase, skipReason, withoutPostgres } from "../../../test/support/database/postgres.ts";
import { until } from "../../../test/support/until.ts";
import { openPostgres } from "./open-postgres.ts";

/** A candidate that writes down when its term begins and ends. */
async function stand(url: string, name: string, terms: string[]) {
  const store = await openPostgres(url);
  const leaving = new AbortController();
  const led = store.election.lead(
    "polling",
    async (signal) => {
      terms.push(`${name} begins`);
      await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
      terms.push(`${name} ends`);
    },
    leaving.signal,
  );
  const leave = async () => {
    leaving.abort();
    await led;
    await store.close();
  };
  return { leave };
}

/** The same in a process of its own. */
function standInProcess(url: string) {
  const script = `
    const { openPostgres } = await import(${JSON.stringify(new URL("open-postgres.ts", import.meta.url).href)});
    const { election } = await openPostgres(${JSON.stringify(url)});
    const task = (signal) => new Promise((resolve) => {
      console.log("begins");
      signal.addEventListener("abort", () => (console.log("ends"), resolve()), { once: true });
    });
    await election.lead("polling", task, new AbortController().signal);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return { process: child, terms: () => output.split("\n").filter((line) => line !== "") };
}

describe.skipIf(withoutPostgres !== undefined)(`the election on PostgreSQL${skipReason}`, () => {
  test("one of two is elected, and the other one follows when it leaves", async () => {
    const url = await freshDatabase();
    const terms: string[] = [];
    const first = await stand(url, "first", terms);
    await until(() => terms.length === 1);
    const second = await stand(url, "second", terms);
    await first.leave();
    await until(() => terms.length === 3);
    expect(terms).toEqual(["first begins", "first ends", "second begins"]);
    await second.leave();
  });

  test("when the connection of the elected one is cut, its task ends and somebody is elected anew", async () => {
    const url = await freshDatabase();
    const terms: string[] = [];
    const first = await stand(url, "first", terms);
    await until(() => terms.length === 1);
    const second = await stand(url, "second", terms);
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_locks join pg_database on oid = database
     where locktype = 'advisory' and granted and datname = current_database()`,
    );
    await client.end();
    await until(() => terms.length >= 3);
    expect(terms.slice(0, 2)).toEqual(["first begins", "first ends"]);
    expect(terms.filter((line) => line.endsWith("begins"))).toHaveLength(2);
    await Promise.all([first.leave(), second.leave()]);
  });

  test("when the process of the elected one is killed, the other one is elected within five seconds", async () => {
    const url = await freshDatabase();
    const first = standInProcess(url);
    await until(() => first.terms().length === 1);
    const terms: string[] = [];
    const second = await stand(url, "second", terms);
    expect(terms).toEqual([]);
    first.process.kill("SIGKILL");
    const killedAt = performance.now();
    await until(() => terms.length === 1);
    expect(performance.now() - killedAt).toBeLessThan(5_000);
    await second.leave();
  });

  test("when the process of the elected one stands still, another one follows, and it ends its term when it goes on", async () => {
    const url = await freshDatabase();
    const first = standInProcess(url);
    await until(() => first.terms().length === 1);
    const terms: string[] = [];
    const second = await stand(url, "second", terms);
    first.process.kill("SIGSTOP");
    await until(() => terms.length === 1);
    expect(first.terms()).toEqual(["begins"]);
    first.process.kill("SIGCONT");
    await until(() => first.terms().length === 2);
    expect(first.terms()).toEqual(["begins", "ends"]);
    expect(terms).toEqual(["second begins"]);
    first.process.kill("SIGKILL");
    await second.leave();
  });

  test("what the task throws ends the election", async () => {
    const store = await openPostgres(await freshDatabase());
    const task = () => Promise.reject(new Error("the token is refused"));
    const led = store.election.lead("polling", task, new AbortController().signal);
    await expect(led).rejects.toThrow("the token is refused");
    await store.close();
  });
});
