// What is known of the program and of its content, as names and values.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { State } from "../../../console/state/state-api.ts";
import { FaultLines } from "../content/notes.tsx";
import { counted, lasting, momentOf } from "../parts/format.ts";
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

const TRANSPORTS: Readonly<Record<State["transport"], string>> = {
  polling: "опрос MAX (long polling)",
  webhook: "вебхук",
  preview: "локальный MAX: сообщения не уходят с этого компьютера",
};
const STORES: Readonly<Record<State["store"], string>> = {
  sqlite: "SQLite",
  postgres: "PostgreSQL",
};

/** Nobody wants to see seconds counted. */
const JUST_MS = 15_000;

/** How messages come in, and when the last one did. */
export function ProgramCard({ state }: { readonly state: State }) {
  const now = useNow();
  const { startedAt, transport, store, botUsername, queue, lastUpdateAt, lastHeardAt } = state;
  return (
    <section class="card">
      <h2>Программа</h2>
      <Facts
        facts={[
          ["Работает", `${lasting(now - startedAt)}, с ${momentOf(startedAt)}`],
          ["Бот", botUsername === undefined ? undefined : `@${botUsername}`],
          ["Способ доставки", TRANSPORTS[transport]],
          ["Последнее сообщение", agoOf(lastUpdateAt, now)],
          ["MAX отвечал", transport === "webhook" ? undefined : agoOf(lastHeardAt, now)],
          ["В очереди", queueInWords(queue)],
          ["База данных", STORES[store]],
        ]}
      />
    </section>
  );
}

function agoOf(at: number | undefined, now: number): string {
  if (at === undefined) return "ещё не было";
  return now - at < JUST_MS ? "только что" : `${lasting(now - at)} назад`;
}

function queueInWords(queue: State["queue"]): string {
  if (queue === undefined) return "неизвестно: база данных не отвечает";
  const { pending, oldestPendingMs } = queue;
  if (pending === 0) return "пусто";
  const waits = oldestPendingMs === undefined ? "" : `, первое ждёт ${lasting(oldestPendingMs)}`;
  return `${counted(pending, ["сообщение", "сообщения", "сообщений"])}${waits}`;
}

/** Which content is live, and why the file is not where it was refused. */
export function ContentCard({ content }: { readonly content: State["content"] }) {
  const { file, version, entries, phrases, faults } = content;
  const size = [
    counted(entries, ["вопрос", "вопроса", "вопросов"]),
    counted(phrases, ["формулировка", "формулировки", "формулировок"]),
  ].join(", ");
  return (
    <section class="card">
      <h2>Содержание</h2>
      <Facts
        facts={[
          ["Файл", <code key="file">{file}</code>],
          ["Версия", <code key="version">{version}</code>],
          ["Размер", size],
        ]}
      />
      {faults.length === 0 ? (
        <p class="faint">В работе то, что записано в файле.</p>
      ) : (
        <div class="note bad" role="note">
          <FaultLines
            title="Последняя правка файла не принята"
            hint="Бот отвечает по прежнему содержанию. Исправьте файл, и он подхватит его сам:"
            lines={faults}
          />
        </div>
      )}
    </section>
  );
}
