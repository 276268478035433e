// How messages come in, and when the last one did.
import type { State } from "../../../console/api.ts";
import { lasting, momentOf } from "../parts/format.ts";
import { Facts } from "./facts.tsx";
import * as wording from "./wording.ts";

/** Nobody wants to see seconds counted. */
const JUST_MS = 15_000;

export function ProgramCard({ state, now }: { readonly state: State; readonly now: number }) {
  const { startedAt, transport, store, botUsername, queue, lastUpdateAt, lastHeardAt } = state;
  return (
    <section class="card">
      <h2>{wording.PROGRAM}</h2>
      <Facts
        facts={[
          [wording.RUNNING, wording.since(lasting(now - startedAt), momentOf(startedAt))],
          [wording.BOT, botUsername === undefined ? undefined : `@${botUsername}`],
          [wording.TRANSPORT, wording.TRANSPORTS[transport]],
          [wording.LAST_UPDATE, agoOf(lastUpdateAt, now)],
          [wording.LAST_HEARD, transport === "webhook" ? undefined : agoOf(lastHeardAt, now)],
          [wording.QUEUE, queueInWords(queue)],
          [wording.STORE, wording.STORES[store]],
        ]}
      />
    </section>
  );
}

function agoOf(at: number | undefined, now: number): string {
  if (at === undefined) return wording.NEVER;
  return now - at < JUST_MS ? wording.JUST_NOW : wording.ago(lasting(now - at));
}

function queueInWords(queue: State["queue"]): string {
  if (queue === undefined) return wording.QUEUE_UNKNOWN;
  const { pending, oldestPendingMs } = queue;
  if (pending === 0) return wording.QUEUE_EMPTY;
  const waits = oldestPendingMs === undefined ? "" : wording.oldestWaits(lasting(oldestPendingMs));
  return `${wording.messages(pending)}${waits}`;
}
