// The page «Состояние»: whether all parts of the program work, and what it could not handle.
import type { State, Check } from "../../../console/state/state-api.ts";
import { counted } from "../parts/format.ts";
import { Heading } from "../parts/heading.tsx";
import { Icon, type IconName } from "../../shared/parts/icon.tsx";
import { Show } from "../parts/states.tsx";
import { useLoaded } from "../shell/loaded.ts";
import { DeadLettersCard } from "./dead-letters-card.tsx";
import { ContentCard, ProgramCard } from "./facts.tsx";
import * as styles from "./state.module.css";

export function StatePage() {
  const state = useLoaded<State>("state", {}, ["state", "content"]);
  return (
    <>
      <Heading title="Состояние" />
      <Show of={state}>
        {(value, reload) => (
          <>
            <Verdict state={value} />
            <Checks checks={value.checks} />
            <DeadLettersCard deadLetters={value.deadLetters} onDone={reload} />
            <div class="halves">
              <ProgramCard state={value} />
              <ContentCard content={value.content} />
            </div>
          </>
        )}
      </Show>
    </>
  );
}

/** What an administrator wants to know first. */
function Verdict({ state: { checks, content } }: { readonly state: State }) {
  const count = checks.filter(({ kind }) => kind === "trouble").length + (content.faults.length > 0 ? 1 : 0);
  const isWell = count === 0;
  return (
    <p class={styles.verdict} data-look={isWell ? "good" : "bad"} role="status">
      <Icon name={isWell ? "check" : "warning"} size={24} />
      {isWell ? "Всё работает" : troublesInWords(count)}
    </p>
  );
}

function troublesInWords(count: number): string {
  const counting = counted(count, ["неполадка", "неполадки", "неполадок"]);
  return `Есть ${count === 1 ? "неполадка" : counting}`;
}

interface Look {
  readonly icon: IconName;
  readonly look: string;
  readonly name: string;
}

const LOOKS: Readonly<Record<Check["kind"], Look>> = {
  ok: { icon: "check", look: "good", name: "В порядке" },
  trouble: { icon: "warning", look: "bad", name: "Неполадка" },
  standby: { icon: "clock", look: "warn", name: "В резерве" },
};

/** The parts of the program that are looked at, each with what to do where it is in trouble. */
function Checks({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <section aria-label="Проверки">
      <ul class={styles.checks}>
        {checks.map(({ name, title, kind, detail }) => (
          <li key={name} class={`card ${styles.check}`} data-look={LOOKS[kind].look}>
            <span class={styles.checkIcon}>
              <Icon name={LOOKS[kind].icon} />
              <span class="hidden-label">{LOOKS[kind].name}</span>
            </span>
            <div>
              <h2>{title}</h2>
              <p class="faint">{detail}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
