// Of several processes on one database the one that does what only one may do: whose connection holds a lock there.
import type { Client, QueryResultRow } from "pg";
import type { Sleep } from "../../runtime/sleep.ts";
import type { Log } from "../../runtime/log.ts";

export interface Election {
  /**
   * Runs `task` whenever this process is the elected one, until `signal` is aborted; the signal that the task gets is
   * aborted as soon as it is not. `onStandby` is called every now and then while another one is. Rejects when the task does.
   */
  lead(
    name: string,
    task: (signal: AbortSignal) => Promise<void>,
    signal: AbortSignal,
    onStandby?: () => void,
  ): Promise<void>;
}

/** Where there is only one process, it is elected. */
export const ALONE: Election = { lead: (_name, task, signal) => task(signal) };

export interface ElectionOptions {
  /** A connection of its own: the lock is that of the connection, and goes with it when the process dies. */
  readonly connect: () => Promise<Client>;
  readonly sleep: Sleep;
  readonly log: Pick<Log, "info" | "warn"> | undefined;
}

/** How often a process that is not elected tries, and the elected one looks whether its connection still stands. */
const LOOK_MS = 1_500;
/** A connection that does not answer for so long is as good as gone, and the server may have given the lock away. */
const ANSWER_MS = 3_000;
/** From an elected one that has not looked for so long the server takes the connection: the process stands still, and only its machine is alive. */
const SILENT_MS = 10_000;
const END_MS = 1_000;

/**
 * An advisory lock of PostgreSQL rather than a row with a time in it: no clocks to compare, and the server lets go of it in
 * the moment in which the connection ends, and ends that of a process that stands still. A task that has lost the lock without knowing runs for ANSWER_MS + LOOK_MS
 * at most beside the next one.
 */
export function createElection({ connect, sleep, log }: ElectionOptions): Election {
  return {
    lead: async (name, task, signal, onStandby) => {
      while (!signal.aborted) {
        try {
          await candidate(name, task, signal, onStandby);
        } catch (error) {
          if (!(error instanceof Lost)) throw error;
          log?.warn({ err: error.cause }, `The election for "${name}" has no connection; trying again`);
        }
        await sleep(LOOK_MS, signal);
      }
    },
  };

  /** Returns when it was not elected or is no longer wanted; throws Lost where the connection is. */
  async function candidate(
    name: string,
    task: (signal: AbortSignal) => Promise<void>,
    signal: AbortSignal,
    onStandby: (() => void) | undefined,
  ): Promise<void> {
    const client = await connect().catch((error: unknown) => {
      throw new Lost(error);
    });
    const term = new AbortController();
    const end = () => term.abort();
    client.on("error", end);
    client.on("end", end);
    signal.addEventListener("abort", end, { once: true });
    // It may have come while the connection was made.
    if (signal.aborted) end();
    try {
      await endWhenSilent(client);
      while (!(await tryLock(client, name))) {
        onStandby?.();
        await sleep(LOOK_MS, term.signal);
        if (term.signal.aborted) return;
      }
      if (term.signal.aborted) return;
      log?.info({}, `Elected for "${name}"`);
      const watch = watchConnection(client, term);
      try {
        await task(term.signal);
      } finally {
        end();
        await watch;
      }
    } finally {
      signal.removeEventListener("abort", end);
      // A connection that is gone may never say that it has ended.
      await Promise.race([client.end().catch(() => undefined), sleep(END_MS)]);
    }
  }

  async function watchConnection(client: Client, term: AbortController): Promise<void> {
    while (!term.signal.aborted) {
      await sleep(LOOK_MS, term.signal);
      if (term.signal.aborted) return;
      const answered = client.query("select 1").then(
        () => true,
        () => false,
      );
      const isThere = await Promise.race([answered, sleep(ANSWER_MS, term.signal).then(() => false)]);
      if (!isThere) term.abort();
    }
  }

  async function tryLock(client: Client, name: string): Promise<boolean> {
    const { rows } = await ask<{ locked: boolean }>(
      client,
      "select pg_try_advisory_lock(hashtext($1)) as locked",
      `max-faq-bot:${name}`,
    );
    return rows[0]?.locked === true;
  }
}

/** Before PostgreSQL 14 there is no such setting, and the lock of a process that stands still stays. */
async function endWhenSilent(client: Client): Promise<void> {
  await ask(
    client,
    "select set_config(name, $1, false) from pg_settings where name = 'idle_session_timeout'",
    `${SILENT_MS}`,
  );
}

async function ask<Row extends QueryResultRow>(client: Client, text: string, value: string) {
  try {
    return await client.query<Row>(text, [value]);
  } catch (error) {
    throw new Lost(error);
  }
}

class Lost extends Error {
  override readonly name = "Lost";

  constructor(cause: unknown) {
    super("The connection was lost", { cause });
  }
}
