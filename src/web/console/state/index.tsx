// The page «Состояние»: whether all parts of the program work, and what it could not handle.
import type { State } from "../../../console/api.ts";
import { Heading } from "../parts/heading.tsx";
import { Icon } from "../../shared/parts/icon.tsx";
import { Show } from "../parts/states.tsx";
import { useLoaded } from "../shell/loaded.ts";
import { DeadLettersCard } from "./dead-letters-card.tsx";
import { Checks } from "./checks.tsx";
import { ContentCard } from "./content-card.tsx";
import { ProgramCard } from "./program-card.tsx";
import "./state.css";
import { useNow } from "./use-now.ts";
import * as wording from "./wording.ts";

export function StatePage() {
  const state = useLoaded<State>("state", {}, ["state", "content"]);
  const now = useNow();
  return (
    <>
      <Heading title={wording.TITLE} />
      <Show of={state}>
        {(value, reload) => (
          <>
            <Verdict state={value} />
            <Checks checks={value.checks} />
            <DeadLettersCard deadLetters={value.deadLetters} onDone={reload} />
            <div class="halves">
              <ProgramCard state={value} now={now} />
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
  const count =
    checks.filter(({ kind }) => kind === "trouble").length + (content.faults.length > 0 ? 1 : 0);
  const isWell = count === 0;
  return (
    <p class={`verdict ${isWell ? "good" : "bad"}`} role="status">
      <Icon name={isWell ? "check" : "warning"} size={24} />
      {isWell ? wording.ALL_WELL : wording.troubles(count)}
    </p>
  );
}
