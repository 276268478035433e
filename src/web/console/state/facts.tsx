// What is known of the program and of its content, as names and values.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { State } from "../../../console/state/state-api.ts";
import { lasting, momentOf } from "../parts/format.ts";
import * as wording from "./wording.ts";
import * as styles from "./state.module.css";

type Fact = readonly [name: string, value: ComponentChildren];

/** Those without a value are left out. */
function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class={styles.facts}>
      {facts
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

const MS_PER_STEP = 10_000;

/** Unix ms; asked for now and then, for what was "three minutes ago" a minute ago. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MS_PER_STEP);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Nobody wants to see seconds counted. */
const JUST_MS = 15_000;

/** How messages come in, and when the last one did. */
export function ProgramCard({ state }: { readonly state: State }) {
  const now = useNow();
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

/** Which content is live, and why the file is not where it was refused. */
export function ContentCard({ content }: { readonly content: State["content"] }) {
  const { file, version, entries, phrases, faults } = content;
  return (
    <section class="card">
      <h2>{wording.CONTENT}</h2>
      <Facts
        facts={[
          [wording.FILE, <code key="file">{file}</code>],
          [wording.VERSION, <code key="version">{version}</code>],
          [wording.SIZE, wording.sizeInWords(entries, phrases)],
        ]}
      />
      {faults.length === 0 ? (
        <p class={`faint ${styles.contentFine}`}>{wording.CONTENT_FINE}</p>
      ) : (
        <div class={styles.faults} role="note">
          <h3>{wording.FAULTS_TITLE}</h3>
          <p>{wording.FAULTS_HINT}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
